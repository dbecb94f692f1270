package dev.assay.core.area;

import java.time.LocalDate;

/**
 * The days of a figure.
 *
 * @param from the first
 * @param to the last
 * @param asOf the day as of which things stand: what happened later is not known; not before {@code from}
 */
public record Period(LocalDate from, LocalDate to, LocalDate asOf) {

    /**
     * Checks the order of the days.
     *
     * @throws IllegalArgumentException if the period ends, or is looked at, before it begins
     */
    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The period ends (%s) before it begins (%s).%nMaybe the days are swapped.".formatted(to, from));
        }
        if (asOf.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The as-of day (%s) lies before the period begins (%s).%nMaybe leave it out: it is the period's last day, or today where that is to come."
                            .formatted(asOf, from));
        }
    }

    /**
     * The last day of which anything counts as happened within the period.
     *
     * @return the earlier of the last day and the as-of day
     */
    public LocalDate lastDay() {
        return asOf.isBefore(to) ? asOf : to;
    }

    /**
     * Whether it is as long as some months.
     *
     * @param months the number
     * @return true if so many months, counted from the first day, have ended by {@link #lastDay()}
     */
    public boolean covers(int months) {
        return !from.plusMonths(months).minusDays(1).isAfter(lastDay());
    }
}
