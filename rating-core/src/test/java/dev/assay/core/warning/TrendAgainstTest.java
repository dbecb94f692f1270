package dev.assay.core.warning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.area.Period;
import dev.assay.core.grading.Basis;
import dev.assay.core.warning.Against.Samples;
import dev.assay.core.warning.Trend.Dimension;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What the stated rate of false alarms is worth where much or little was sampled, and where failures come back every year. */
class TrendAgainstTest {

    private static final int YEAR = 13;
    private static final int YEARS = 3;
    private static final int NEWEST = YEAR * YEARS + 1;
    private static final int SERIES = 64;
    private static final int LOOKS = 400;
    private static final double RATE = 0.05;
    private static final double MARGIN = 3 * Math.sqrt(RATE * (1 - RATE) / LOOKS);
    private static final Basis BASIS = new Basis("a text", true, "", LocalDate.EPOCH, null);
    private static final TrendRules RULES =
            new TrendRules("test", 28, YEAR, 10, 5, new Season(YEARS, 1), 30, new BigDecimal("0.05"), BASIS);

    private static final List<Integer> RUNNING = indices(1, YEAR);
    private static final List<Integer> SEASON = season(1);
    private static final List<Integer> SAME = season(0);

    private static List<Integer> indices(int from, int to) {
        List<Integer> periods = new ArrayList<>();
        for (int back = from; back <= to; back++) {
            periods.add(NEWEST - back);
        }
        return periods;
    }

    private static List<Integer> season(int neighbours) {
        List<Integer> periods = new ArrayList<>();
        for (int year = 1; year <= YEARS; year++) {
            periods.addAll(indices(year * YEAR - neighbours, year * YEAR + neighbours));
        }
        return periods;
    }

    /** As much as ever but in the newest period, for which twice as many samples were taken. */
    private static double campaign(int period) {
        return period == NEWEST ? 2 : 1;
    }

    /** Four times as many failures in the worst period of a year as in the best; the newest is the worst. */
    private static double summer(int period) {
        return 1 + 0.6 * Math.cos(2 * Math.PI * (NEWEST - period) / YEAR);
    }

    /** Failures of the newest period and of those before it that are looked at: 40 products of which the first has 40 a period, 12 items, 5 trades, 7 divisions. */
    private static long[][] madeUp(Random random, IntToDoubleFunction factor, List<Integer> past, boolean doubled) {
        long[][] counts = new long[SERIES][NEWEST + 1];
        List<Integer> periods = new ArrayList<>(past);
        periods.add(NEWEST);
        for (int period : periods) {
            for (int product = 0; product < 40; product++) {
                double mean = (product == 0 ? 40 : 1 + product % 4) * factor.applyAsDouble(period);
                if (doubled && period == NEWEST && product == 0) {
                    mean *= 2;
                }
                for (int failure = poisson(random, mean); failure > 0; failure--) {
                    counts[product][period]++;
                    counts[40 + random.nextInt(12)][period]++;
                    counts[52 + random.nextInt(5)][period]++;
                    counts[57 + random.nextInt(7)][period]++;
                }
            }
        }
        return counts;
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    private static List<Trend> held(long[][] counts, List<Integer> past, Against against) {
        List<Trend> trends = new ArrayList<>();
        for (int series = 0; series < counts.length; series++) {
            long[] own = counts[series];
            trends.add(new Trend(
                    Dimension.PRODUCT,
                    "s" + series,
                    own[NEWEST],
                    past.stream().mapToLong(period -> own[period]).sum(),
                    against));
        }
        return trends;
    }

    private static Against sampled(List<Integer> past, int years, IntToDoubleFunction samples) {
        double before = past.stream()
                .mapToDouble(period -> samples.applyAsDouble(period))
                .sum();
        return new Against(
                past.size(),
                years,
                new Samples(Math.round(1_000 * samples.applyAsDouble(NEWEST)), Math.round(1_000 * before)));
    }

    /** The share of looks with one or more alarms. */
    private static double alarms(long seed, IntToDoubleFunction factor, List<Integer> past, Against against) {
        Random random = new Random(seed);
        int alarms = 0;
        for (int look = 0; look < LOOKS; look++) {
            alarms += TrendSearch.find(held(madeUp(random, factor, past, false), past, against), RULES)
                            .rises()
                            .isEmpty()
                    ? 0
                    : 1;
        }
        return alarms / (double) LOOKS;
    }

    private static boolean isFound(List<Trend> trends) {
        return TrendSearch.find(trends, RULES).rises().stream()
                .anyMatch(rise -> rise.trend().series().equals("s0"));
    }

    @Test
    void where_twice_as_many_samples_are_taken_the_rate_is_kept_by_samples_and_broken_by_periods() {
        double bySamples =
                alarms(3, TrendAgainstTest::campaign, RUNNING, sampled(RUNNING, 0, TrendAgainstTest::campaign));
        double byPeriods = alarms(3, TrendAgainstTest::campaign, RUNNING, Against.running(YEAR));
        assertThat(bySamples).as("by samples").isPositive().isLessThan(RATE + MARGIN);
        assertThat(byPeriods).as("by periods").isGreaterThan(0.9);
    }

    @Test
    void where_failures_come_back_every_summer_the_rate_is_kept_by_the_season_and_broken_by_the_running_past() {
        double same = alarms(5, TrendAgainstTest::summer, SAME, new Against(SAME.size(), YEARS, null));
        double neighbours = alarms(5, TrendAgainstTest::summer, SEASON, new Against(SEASON.size(), YEARS, null));
        double running = alarms(5, TrendAgainstTest::summer, RUNNING, Against.running(YEAR));
        assertThat(same).as("the same season alone").isPositive().isLessThan(RATE + MARGIN);
        assertThat(neighbours).as("with its neighbours").isPositive().isLessThan(RATE + MARGIN);
        assertThat(running).as("running").isGreaterThan(0.9);
    }

    @Test
    void a_doubling_beyond_sampling_and_season_is_still_found_in_nearly_every_look() {
        Random random = new Random(7);
        IntToDoubleFunction both = period -> campaign(period) * summer(period);
        Against against = sampled(SEASON, YEARS, TrendAgainstTest::campaign);
        int looks = 200;
        int found = 0;
        for (int look = 0; look < looks; look++) {
            found += isFound(held(madeUp(random, both, SEASON, true), SEASON, against)) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(looks * 95 / 100);
    }

    @Test
    void less_sampling_hides_no_rise_that_the_samples_show() {
        // 30 of 500 samples failed, after 60 of 13,000: by periods half as many as before would not be told from chance
        // so surely.
        Against few = new Against(YEAR, 0, new Samples(500, 13_000));
        Trend trend = new Trend(Dimension.PRODUCT, "s0", 30, 60, few);
        assertThat(isFound(List.of(trend))).isTrue();
        Trend fewer = new Trend(Dimension.PRODUCT, "s0", 8, 60, few);
        assertThat(isFound(List.of(fewer))).isTrue();
        assertThat(isFound(List.of(new Trend(Dimension.PRODUCT, "s0", 8, 60, Against.running(YEAR)))))
                .isFalse();
    }

    @Test
    void the_same_season_begins_on_the_same_day_of_each_year_and_touches_no_other_period() {
        LocalDate end = LocalDate.of(2026, 11, 5);
        List<Period> periods = RULES.seasonal(end);
        assertThat(periods).hasSize(1 + 9);
        assertThat(periods.getFirst().from()).isEqualTo(LocalDate.of(2026, 10, 9));
        assertThat(periods.get(2).from()).isEqualTo(LocalDate.of(2025, 10, 9));
        assertThat(periods.get(1).from()).isEqualTo(periods.get(2).to().plusDays(1));
        assertThat(periods.getLast().from()).isEqualTo(LocalDate.of(2023, 9, 11));
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).to()).isBefore(periods.get(i - 1).from());
        }
        List<Period> running = RULES.running(end);
        assertThat(running).hasSize(1 + YEAR);
        assertThat(running.getLast().from()).isEqualTo(RULES.pastStart(end));
    }
}
