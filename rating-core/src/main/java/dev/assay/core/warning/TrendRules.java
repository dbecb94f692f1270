package dev.assay.core.warning;

import dev.assay.core.area.Period;
import dev.assay.core.grading.Basis;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By what a trend is looked for.
 *
 * @param id the rules' id
 * @param periodDays how many days a period has, from 1; periods follow one another from 1970-01-01
 * @param pastPeriods against how many periods before it the newest is held, from 1
 * @param waitDays how many days after its end a period is looked at, because reports come late; from 0
 * @param leastFailures fewer failures than these in newest and past periods together are not tested; from 1
 * @param season the season against which the newest period is held where failures are known from so long ago; null for the periods before it
 * @param sampleLagDays how many days before the day of a failure its sample is taken, because reports bear the day on which they are public;
 *     from 0
 * @param rate the most that the chance of one or more false alarms at a look may be; above 0, below 1
 * @param basis where the numbers are set
 */
public record TrendRules(
        String id,
        int periodDays,
        int pastPeriods,
        int waitDays,
        int leastFailures,
        @Nullable Season season,
        int sampleLagDays,
        BigDecimal rate,
        Basis basis) {

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
        if (sampleLagDays < 0 || (season != null && !season.isApart(periodDays))) {
            throw new IllegalArgumentException(
                    "The season (%s) of periods of %d days, with samples %d days before, cannot be.%nMaybe take fewer neighbours: those of one year must end before the next year's begin."
                            .formatted(season, periodDays, sampleLagDays));
        }
        if (rate.signum() <= 0 || rate.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "The rate of false alarms (%s) is not between 0 and 1.%nMaybe take 0.05.".formatted(rate));
        }
    }

    /**
     * Rules by which the newest period is held against those before it, with samples of the same days.
     *
     * @param id the rules' id
     * @param periodDays how many days a period has
     * @param pastPeriods how many periods before it
     * @param waitDays how many days after its end it is looked at
     * @param leastFailures fewer failures are not tested
     * @param rate the rate of false alarms
     * @param basis where the numbers are set
     */
    public TrendRules(
            String id, int periodDays, int pastPeriods, int waitDays, int leastFailures, BigDecimal rate, Basis basis) {
        this(id, periodDays, pastPeriods, waitDays, leastFailures, null, 0, rate, basis);
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

    /**
     * The newest period and those that run up to it.
     *
     * @param end the last day of the newest
     * @return the newest, then the past ones, the latest first
     */
    public List<Period> running(LocalDate end) {
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i <= pastPeriods; i++) {
            LocalDate last = end.minusDays((long) periodDays * i);
            periods.add(new Period(newestStart(last), last, last));
        }
        return periods;
    }

    /**
     * The newest period and the same season of past years.
     *
     * @param end the last day of the newest
     * @return the newest, then the past ones, the latest first; the newest alone where there is no season
     */
    public List<Period> seasonal(LocalDate end) {
        List<Period> periods = new ArrayList<>();
        periods.add(new Period(newestStart(end), end, end));
        if (season != null) {
            periods.addAll(season.past(newestStart(end), periodDays));
        }
        return periods;
    }
}
