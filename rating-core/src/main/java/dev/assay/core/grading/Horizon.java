package dev.assay.core.grading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the days on which something that was read changes by the passing of time alone: a window closes, a validity ends, an
 * adjustment year begins. Whoever makes a day-dependent decision notes the day on which it turns, be it past or to come. The
 * nearest day to come bounds {@code validUntil}; the latest day past is one of the days from which {@code effectiveFrom} is made.
 */
final class Horizon {

    private final LocalDate asOf;
    private @Nullable LocalDate next;
    private @Nullable LocalDate since;

    Horizon(LocalDate asOf) {
        this.asOf = asOf;
    }

    LocalDate asOf() {
        return asOf;
    }

    /** Notes the first day on which a decision is other than on the day before. */
    void turnsOn(LocalDate day) {
        if (day.isAfter(asOf)) {
            next = next == null || day.isBefore(next) ? day : next;
        } else {
            happenedOn(day);
        }
    }

    /** Notes a day to come as {@link #turnsOn} does, and lets a past one be. */
    void mayTurnOn(LocalDate day) {
        if (day.isAfter(asOf)) {
            turnsOn(day);
        }
    }

    /** Notes a day, not after the as-of day, on which a fact that counts happened. */
    void happenedOn(LocalDate day) {
        since = since == null || day.isAfter(since) ? day : since;
    }

    /** Notes all that another horizon of the same day has noted. */
    void add(Horizon other) {
        if (other.next != null) {
            turnsOn(other.next);
        }
        if (other.since != null) {
            happenedOn(other.since);
        }
    }

    /** The last day before anything turns; null if nothing will. */
    @Nullable
    LocalDate lastDay() {
        return next == null ? null : next.minusDays(1);
    }

    /** The latest day noted that is not after the as-of day; {@code otherwise} if none was. */
    LocalDate sinceOr(LocalDate otherwise) {
        return since == null ? otherwise : since;
    }

    /** Whether a legal ground is in force; notes the days to come on which that changes. */
    boolean isInForce(Basis basis) {
        boolean begun = !basis.validFrom().isAfter(asOf);
        if (!begun) {
            turnsOn(basis.validFrom());
        }
        if (basis.validTo() == null) {
            return begun;
        }
        mayTurnOn(basis.validTo().plusDays(1));
        return begun && !asOf.isAfter(basis.validTo());
    }
}
