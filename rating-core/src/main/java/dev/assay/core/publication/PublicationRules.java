package dev.assay.core.publication;

import dev.assay.core.fact.Fact;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.Basis;
import dev.assay.core.text.Bilingual;
import dev.assay.core.time.Deadline;
import dev.assay.core.time.LegalTerm;
import dev.assay.core.time.WorkingDays;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long a channel shows a penalty: the publication period 公示期 under one edition of its rules, such as SAMR Order 45 for the enterprise
 * publicity system and NDRC Order 36 for Credit China. Each channel goes by its own rule.
 *
 * @param channel the channel's id
 * @param edition the edition's id
 * @param title its name
 * @param validFrom the first day on which it is in force
 * @param validTo the last day, or null if no end is known
 * @param countedFromDecision whether the period runs from the day of the decision; otherwise from the publication
 * @param publishWithin how long the authority has to publish, from the decision
 * @param withdrawWithin how long it has to take down what was changed or annulled
 * @param classes the classes of penalties; the first that fits decides
 */
public record PublicationRules(
        String channel,
        String edition,
        Bilingual title,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean countedFromDecision,
        LegalTerm publishWithin,
        LegalTerm withdrawWithin,
        List<PenaltyClass> classes) {

    /** Copies the list. */
    public PublicationRules {
        classes = List.copyOf(classes);
    }

    /**
     * A class of penalties.
     *
     * @param id its id, such as {@code severe}
     * @param title its name
     * @param onlyKinds the penalty is of no other kinds than these; empty for any
     * @param anyKinds the penalty is of one of these kinds at least; empty for any
     * @param division the beginning of the codes of the divisions in which the class is there; empty for everywhere
     * @param fineAtMost the fine is at most so many yuan; null for any
     * @param confiscatedBelow less than so many yuan were confiscated; null for any
     * @param shown how long the channel shows it; null if it shows none of these
     * @param repairAfter how long it must have been shown before its credit can be repaired; null where nobody need ask
     * @param neverEarly whether it is never taken down early
     * @param withBar whether a bar that runs longer is shown as long as it runs
     * @param basis the legal ground
     */
    public record PenaltyClass(
            String id,
            Bilingual title,
            List<String> onlyKinds,
            List<String> anyKinds,
            String division,
            @Nullable BigDecimal fineAtMost,
            @Nullable BigDecimal confiscatedBelow,
            @Nullable LegalTerm shown,
            @Nullable LegalTerm repairAfter,
            boolean neverEarly,
            boolean withBar,
            Basis basis) {

        /** Copies the lists. */
        public PenaltyClass {
            onlyKinds = List.copyOf(onlyKinds);
            anyKinds = List.copyOf(anyKinds);
        }

        boolean fits(Values penalty, String where) {
            List<String> kinds = penalty.getTexts("kinds");
            return where.startsWith(division)
                    && (onlyKinds.isEmpty() || (!kinds.isEmpty() && onlyKinds.containsAll(kinds)))
                    && (anyKinds.isEmpty() || kinds.stream().anyMatch(anyKinds::contains))
                    && (fineAtMost == null || isAtMost(penalty.findDecimal("fine"), fineAtMost))
                    && (confiscatedBelow == null
                            || penalty.findDecimal("confiscated")
                                            .orElse(BigDecimal.ZERO)
                                            .compareTo(confiscatedBelow)
                                    < 0);
        }

        private static boolean isAtMost(Optional<BigDecimal> fine, BigDecimal most) {
            return fine.isPresent() && fine.get().compareTo(most) <= 0;
        }
    }

    /**
     * The publication period of one penalty on the channel.
     *
     * @param penaltyClass the class that decided it
     * @param publishedOn the first day on which it is shown
     * @param publishBy the last day on which the authority had to publish it
     * @param lastDay the last day on which it is shown, unless its credit is repaired
     * @param repairFrom the first day on which its credit can be repaired; null if it cannot, or need not
     */
    public record Period(
            PenaltyClass penaltyClass,
            LocalDate publishedOn,
            Deadline publishBy,
            LocalDate lastDay,
            @Nullable LocalDate repairFrom) {

        /**
         * Whether the channel shows it on a day.
         *
         * @param day the day
         * @return true from the first to the last day, both included
         */
        public boolean covers(LocalDate day) {
            return !day.isBefore(publishedOn) && !day.isAfter(lastDay);
        }
    }

    /**
     * Whether the edition is in force on a day.
     *
     * @param day the day
     * @return true from {@code validFrom} to {@code validTo}, both included
     */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /**
     * The publication period of a penalty that was decided while the edition was in force. Where the source itself names an earlier end, that holds.
     *
     * @param penalty a fact of kind {@code penalty}
     * @param division code of the division of the business; empty where not known
     * @param calendar the working days
     * @return the period, or empty if the channel does not show the penalty
     */
    public Optional<Period> period(Fact penalty, String division, WorkingDays calendar) {
        if (!isInForce(penalty.occurredOn())) {
            return Optional.empty();
        }
        return classes.stream()
                .filter(one -> one.fits(penalty.values(), division))
                .findFirst()
                .flatMap(one -> period(penalty, one, calendar));
    }

    private Optional<Period> period(Fact penalty, PenaltyClass fitting, WorkingDays calendar) {
        if (fitting.shown == null) {
            return Optional.empty();
        }
        LocalDate published = penalty.knownOn();
        LocalDate counted = countedFromDecision ? penalty.occurredOn() : published;
        LocalDate last = fitting.shown.after(counted, calendar).day();
        Optional<LocalDate> bar = penalty.values().findDay("effective_to");
        if (fitting.withBar && bar.isPresent() && bar.get().isAfter(last)) {
            last = bar.get();
        }
        Optional<LocalDate> own = penalty.values().findDay("publish_until");
        if (own.isPresent() && own.get().isBefore(last)) {
            last = own.get();
        }
        LocalDate repair = fitting.repairAfter == null || fitting.neverEarly
                ? null
                : fitting.repairAfter.after(counted, calendar).day();
        return Optional.of(
                new Period(fitting, published, publishWithin.after(penalty.occurredOn(), calendar), last, repair));
    }
}
