package dev.assay.core.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.grading.Basis;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.core.warning.TrendSearch.Rise;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendSearchTest {

    private static final int PAST = 13;
    private static final Basis BASIS = new Basis("a text", true, "", LocalDate.EPOCH, null);
    private static final TrendRules RULES = new TrendRules("test", 28, PAST, 10, 5, new BigDecimal("0.05"), BASIS);

    private static Trend trend(String series, long newest, long past) {
        return new Trend(Dimension.PRODUCT, series, newest, past, Against.running(PAST));
    }

    @ParameterizedTest
    @CsvSource({"0, 7, 2", "1, 1, 2", "3, 5, 2", "5, 5, 14", "9, 40, 14", "40, 40, 14", "30, 200, 14"})
    void the_chance_is_the_binomial_tail_counted_in_whole_numbers(int newest, int all, int periods) {
        // Σ C(all, i) (periods − 1)^(all − i) ÷ periods^all, for i from newest to all
        BigInteger sum = BigInteger.ZERO;
        for (int i = newest; i <= all; i++) {
            BigInteger ways = BigInteger.ONE;
            for (int j = 0; j < i; j++) {
                ways = ways.multiply(BigInteger.valueOf(all - j)).divide(BigInteger.valueOf(j + 1));
            }
            sum = sum.add(ways.multiply(BigInteger.valueOf(periods - 1).pow(all - i)));
        }
        BigDecimal expected = new BigDecimal(sum)
                .divide(new BigDecimal(BigInteger.valueOf(periods).pow(all)), new MathContext(60));
        BigDecimal found = TrendSearch.chance(newest, all, 1, periods - 1);
        assertThat(found.subtract(expected).abs()).isLessThan(new BigDecimal("1E-50"));
    }

    @Test
    void a_series_as_ever_is_quiet_and_one_that_jumps_is_found() {
        TrendSearch.Found found =
                TrendSearch.find(List.of(trend("糕点", 4, 52), trend("豆制品", 30, 60), trend("食用油", 3, 1)), RULES);
        assertThat(found.tested()).isEqualTo(2);
        assertThat(found.rises()).extracting(rise -> rise.trend().series()).containsExactly("豆制品");
        Rise rise = found.rises().getFirst();
        assertThat(rise.chance()).isLessThan(rise.limit());
        assertThat(rise.limit()).isEqualByComparingTo("0.025");
    }

    @Test
    void a_smaller_number_of_failures_than_the_least_is_not_tested_however_new_they_are() {
        assertThat(TrendSearch.find(List.of(trend("甲", 4, 0)), RULES).tested()).isZero();
        assertThat(TrendSearch.find(List.of(trend("甲", 5, 0)), RULES).rises()).hasSize(1);
    }

    @Test
    void the_order_of_the_series_changes_nothing() {
        List<Trend> trends = new ArrayList<>();
        Random random = new Random(11);
        for (int i = 0; i < 40; i++) {
            trends.add(trend("s" + i, random.nextInt(20), random.nextInt(60)));
        }
        TrendSearch.Found once = TrendSearch.find(trends, RULES);
        Collections.shuffle(trends, random);
        assertThat(TrendSearch.find(trends, RULES)).isEqualTo(once);
        assertThat(once.rises()).isNotEmpty();
    }

    /**
     * Made-up failures without any trend, each in a series of all four dimensions, as real ones are: of 2,000 looks at most the stated share may
     * raise one or more alarms. The margin is three standard deviations of that share, so that a search that keeps its rate passes whatever
     * the seed.
     */
    @Test
    void without_a_trend_at_most_the_stated_share_of_looks_raises_any_alarm() {
        Random random = new Random(20261123);
        int looks = 2_000;
        int alarms = 0;
        long tested = 0;
        for (int look = 0; look < looks; look++) {
            TrendSearch.Found found = TrendSearch.find(madeUp(random, ""), RULES);
            alarms += found.rises().isEmpty() ? 0 : 1;
            tested += found.tested();
        }
        double share = alarms / (double) looks;
        double margin = 3 * Math.sqrt(0.05 * 0.95 / looks);
        assertThat(tested / looks).isGreaterThan(30);
        assertThat(share).as("%d of %d looks", alarms, looks).isLessThan(0.05 + margin);
        // Not silence either: without any steps every twentieth series would be an alarm; with them some looks are.
        assertThat(alarms).isPositive();
    }

    @Test
    void a_planted_doubling_of_a_large_series_is_found_in_nearly_every_look() {
        Random random = new Random(7);
        int looks = 200;
        int found = 0;
        for (int look = 0; look < looks; look++) {
            found += TrendSearch.find(madeUp(random, "p0"), RULES).rises().stream()
                            .anyMatch(rise -> rise.trend().series().equals("p0"))
                    ? 1
                    : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(looks * 95 / 100);
    }

    /** Failures of 14 periods: 40 products of which the first has 40 a period, 12 items, 5 trades, 7 divisions. */
    private static List<Trend> madeUp(Random random, String doubled) {
        long[][] counts = new long[64][2];
        for (int period = 0; period <= PAST; period++) {
            int newest = period == PAST ? 0 : 1;
            for (int product = 0; product < 40; product++) {
                double mean = product == 0 ? 40 : 1 + product % 4;
                if (newest == 0 && doubled.equals("p" + product)) {
                    mean *= 2;
                }
                for (int failure = poisson(random, mean); failure > 0; failure--) {
                    counts[product][newest]++;
                    counts[40 + random.nextInt(12)][newest]++;
                    counts[52 + random.nextInt(5)][newest]++;
                    counts[57 + random.nextInt(7)][newest]++;
                }
            }
        }
        List<Trend> trends = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Dimension dimension = i < 40
                    ? Dimension.PRODUCT
                    : i < 52 ? Dimension.ITEM : i < 57 ? Dimension.TRADE : Dimension.DIVISION;
            trends.add(
                    new Trend(dimension, (i < 40 ? "p" : "s") + i, counts[i][0], counts[i][1], Against.running(PAST)));
        }
        return trends;
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    @Test
    void a_period_is_looked_at_once_it_has_waited_and_until_the_next_one_has() {
        LocalDate end = RULES.newestEnd(LocalDate.of(2026, 11, 23));
        assertThat(end).isBeforeOrEqualTo(LocalDate.of(2026, 11, 13)).isAfter(LocalDate.of(2026, 10, 16));
        assertThat(RULES.newestEnd(end.plusDays(10))).isEqualTo(end);
        assertThat(RULES.newestEnd(end.plusDays(9))).isEqualTo(end.minusDays(28));
        assertThat(RULES.newestEnd(end.plusDays(37))).isEqualTo(end);
        assertThat(RULES.newestEnd(end.plusDays(38))).isEqualTo(end.plusDays(28));
        assertThat(RULES.newestStart(end)).isEqualTo(end.minusDays(27));
        assertThat(RULES.pastStart(end)).isEqualTo(end.minusDays(28L * 14 - 1));
    }

    @Test
    void rules_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> new TrendRules("x", 0, 1, 0, 1, new BigDecimal("0.05"), BASIS))
                .hasMessageContaining("0 days");
        assertThatThrownBy(() -> new TrendRules("x", 1, 1, 0, 1, BigDecimal.ONE, BASIS))
                .hasMessageContaining("rate of false alarms (1)");
        assertThatThrownBy(() -> new TrendRules("x", 28, 13, 10, 5, new Season(3, 7), 0, new BigDecimal("0.05"), BASIS))
                .hasMessageContaining("fewer neighbours");
        assertThatThrownBy(() -> new Season(0, 1)).hasMessageContaining("0 years");
        assertThatThrownBy(() -> new Against(0, 0, null)).hasMessageContaining("nothing to hold against");
        assertThatThrownBy(() -> new Against.Samples(3, 0)).hasMessageContaining("no measure");
        assertThatThrownBy(() -> trend("x", -1, 0)).hasMessageContaining("cannot be");
    }

    @Test
    void an_alarm_is_closed_only_after_it_was_handled() {
        assertThat(AlarmState.RAISED.next()).containsExactly(AlarmState.DISPATCHED);
        assertThat(AlarmState.DISPATCHED.next()).doesNotContain(AlarmState.CLOSED);
        assertThat(AlarmState.HANDLED.next()).contains(AlarmState.CLOSED, AlarmState.DISPATCHED);
        assertThat(AlarmState.CLOSED.next()).isEmpty();
        assertThat(AlarmState.CLOSED.isOpen()).isFalse();
    }
}
