package dev.assay.core.warning;

import dev.assay.core.grading.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * By what a trend is looked for.
 *
 * @param id the rules' id
 * @param periodDays how many days a period has, from 1; periods follow one another from 1970-01-01
 * @param pastPeriods against how many periods before it the newest is held, from 1
 * @param waitDays how many days after its end a period is looked at, because reports come late; from 0
 * @param leastFailures fewer failures than these in newest and past periods together are not tested; from 1
 * @param rate the most that the chance of one or more false alarms at a look may be; above 0, below 1
 * @param basis where the numbers are set
 */
public record TrendRules(
        String id, int periodDays, int pastPeriods, int waitDays, int leastFailures, BigDecimal rate, Basis basis) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public TrendRules {
        if (periodDays < 1 || pastPeriods < 1 || waitDays < 0 || leastFailures < 1) {
            throw new IllegalArgumentException(
                    "The periods (%d days, %d past, %d to wait, %d failures) cannot be.%nMaybe take 28, 13, 10 and 5."
                            .formatted(periodDays, pastPeriods, waitDays, leastFailures));
        }
        if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "The rate of false alarms (%s) is not between 0 and 1.%nMaybe take 0.05.".formatted(rate));
        }
    }

    /**
     * The last day of the newest period that can be looked at on a day.
     *
     * @param asOf the day
     * @return the same for every day until the next period can be looked at
     */
    public LocalDate newestEnd(LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(LocalDate.EPOCH, asOf.minusDays(waitDays)) + 1;
        return LocalDate.EPOCH.plusDays(Math.floorDiv(days, periodDays) * (long) periodDays - 1);
    }

    /**
     * The first day of the newest period.
     *
     * @param end its last
     * @return the day
     */
    public LocalDate newestStart(LocalDate end) {
        return end.minusDays(periodDays - 1L);
    }

    /**
     * The first day of all past periods.
     *
     * @param end the last of the newest
     * @return the day
     */
    public LocalDate pastStart(LocalDate end) {
        return end.minusDays((long) periodDays * (pastPeriods + 1L) - 1);
    }
}
