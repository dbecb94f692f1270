package dev.assay.model.prediction.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days for which a plan was made.
 *
 * @param from the first
 * @param to the last, not before {@code from}
 */
public record Period(LocalDate from, LocalDate to) {

    private static final double DAYS_OF_A_YEAR = 365.25;

    /**
     * Cuts days into periods; the last one may be shorter.
     *
     * @param from the first day
     * @param to the last day
     * @param months how many months a period has, at least 1
     * @return the periods, in order
     * @throws IllegalArgumentException if {@code to} is before {@code from}, or a period has no month
     */
    public static List<Period> between(LocalDate from, LocalDate to, int months) {
        if (to.isBefore(from) || months < 1) {
            throw new IllegalArgumentException(
                    "No period of (%d) months lies from (%s) to (%s).%nMaybe the two days are swapped."
                            .formatted(months, from, to));
        }
        List<Period> periods = new ArrayList<>();
        for (int k = 0; !from.plusMonths((long) k * months).isAfter(to); k++) {
            LocalDate end = from.plusMonths((k + 1L) * months).minusDays(1);
            periods.add(new Period(from.plusMonths((long) k * months), end.isAfter(to) ? to : end));
        }
        return periods;
    }

    /**
     * The day on which the plan is made: nothing that happened, or was made known, after it is read.
     *
     * @return the day before the first
     */
    public LocalDate eve() {
        return from.minusDays(1);
    }

    /**
     * How long it is.
     *
     * @return years
     */
    public double years() {
        return (to.toEpochDay() - from.toEpochDay() + 1) / DAYS_OF_A_YEAR;
    }
}
