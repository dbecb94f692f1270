package dev.assay.model.prediction.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Days earlier by hand, and on inspections of which is known what has to come out. */
class DaysEarlierTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private static String[] one(int rows) {
        String[] groups = new String[rows];
        Arrays.fill(groups, "all");
        return groups;
    }

    @Test
    void by_hand() {
        // Two visits on Monday (0), one on Tuesday (1), one on Wednesday (2); faults on Tuesday and Wednesday.
        long[] days = {0, 0, 1, 2};
        double[] scores = {0.1, 0.2, 0.9, 0.5};
        boolean[] found = {false, false, true, true};

        DaysEarlier earlier = DaysEarlier.of(scores, days, found, one(4));

        // By risk Tuesday's and Wednesday's come on Monday: 1 − 0 and 2 − 0 days earlier.
        assertThat(earlier.days().value()).isEqualTo((1 + 2) / 2.0);
        assertThat(earlier.deviation()).isCloseTo(Math.sqrt(0.5), EXACT);
        // 1.5 ÷ (√0.5 ÷ √2) = 3; with one degree of freedom the tails beyond 3 are 1 − 2·arctan(3)/π.
        assertThat(earlier.t()).isCloseTo(3, EXACT);
        assertThat(earlier.p()).isCloseTo(1 - 2 * Math.atan(3) / Math.PI, EXACT);
        assertThat(earlier.later()).isZero();
        assertThat(earlier.firstHalf()).isZero();
        assertThat(earlier.firstHalfOrdered()).isEqualTo(1);
    }

    @Test
    void ties_share_the_mean_of_their_days_however_they_are_stored() {
        long[] days = {0, 0, 1, 2};
        boolean[] found = {false, false, true, true};

        // All get (0 + 0 + 1 + 2) ÷ 4 = 0.75: 0.25 and 1.25 earlier; half of the faults are in either half.
        DaysEarlier earlier = DaysEarlier.of(new double[4], days, found, one(4));

        assertThat(earlier.days().value()).isCloseTo((0.25 + 1.25) / 2, EXACT);
        assertThat(earlier.firstHalfOrdered()).isEqualTo(0.5);
    }

    @Test
    void within_groups_each_keeps_its_own_days_and_who_has_no_group_is_left_out() {
        long[] days = {0, 4, 1, 9, 20};
        double[] scores = {0.1, 0.9, 0.3, 0.2, 0.99};
        boolean[] found = {false, true, true, true, true};
        @Nullable String[] groups = {"a", "a", "b", "b", null};

        DaysEarlier earlier = DaysEarlier.of(scores, days, found, groups);

        // In a the fault moves from day 4 to 0; in b the order stays as it is.
        assertThat(earlier.days().value()).isCloseTo((4 + 0 + 0) / 3.0, EXACT);
        assertThat(earlier.groups()).isEqualTo(2);
        assertThat(earlier.inspections()).isEqualTo(4);
        assertThat(earlier.found()).isEqualTo(3);
    }

    @Test
    void perfect_scores_put_every_fault_on_the_first_days() {
        Random random = new Random(5);
        int n = 600;
        long[] days = random.longs(n, 0, 60).toArray();
        boolean[] found = new boolean[n];
        IntStream.range(0, n).forEach(i -> found[i] = random.nextInt(6) == 0);
        double[] scores =
                IntStream.range(0, n).mapToDouble(i -> found[i] ? 1 : 0).toArray();

        DaysEarlier earlier = DaysEarlier.of(scores, days, found, one(n));

        long faults = IntStream.range(0, n).filter(i -> found[i]).count();
        double was = IntStream.range(0, n)
                .filter(i -> found[i])
                .mapToLong(i -> days[i])
                .average()
                .orElseThrow();
        double first = Arrays.stream(days).sorted().limit(faults).average().orElseThrow();
        assertThat(earlier.days().value()).isCloseTo(was - first, EXACT);
        assertThat(earlier.firstHalfOrdered()).isEqualTo(1);
        assertThat(earlier.p()).isLessThan(1e-6);
    }

    @Test
    void random_scores_gain_nothing_and_their_probabilities_are_spread_evenly() {
        Random random = new Random(11);
        int trials = 600;
        double[] p = new double[trials];
        double sum = 0;
        for (int k = 0; k < trials; k++) {
            int n = 1000;
            long[] days = random.longs(n, 0, 60).toArray();
            boolean[] found = new boolean[n];
            for (int i = 0; i < n; i++) {
                found[i] = random.nextInt(20) == 0;
            }
            DaysEarlier earlier = DaysEarlier.of(random.doubles(n).toArray(), days, found, one(n));
            p[k] = earlier.p();
            sum += earlier.days().value();
        }
        // The standard deviation of one mean is about √2 · 17.3 ÷ √50 = 3.5 days, of 600 of them 0.14.
        assertThat(sum / trials).isCloseTo(0, within(0.6));
        Arrays.sort(p);
        // Kolmogorov and Smirnov: chance reaches 1.95 ÷ √600 once in a thousand.
        for (int k = 0; k < trials; k++) {
            assertThat(p[k]).isCloseTo((k + 0.5) / trials, within(1.95 / Math.sqrt(trials)));
        }
    }

    @Test
    void who_ranks_by_inspector_gains_days_overall_and_none_within_inspector() {
        Random random = new Random(3);
        int n = 2000;
        long[] days = random.longs(n, 0, 60).toArray();
        boolean[] found = new boolean[n];
        double[] scores = new double[n];
        String[] inspectors = new String[n];
        for (int i = 0; i < n; i++) {
            int inspector = random.nextInt(3);
            inspectors[i] = "I" + inspector;
            scores[i] = inspector;
            found[i] = random.nextDouble() < 0.02 + 0.2 * inspector;
        }

        assertThat(DaysEarlier.of(scores, days, found, one(n)).days().lower()).isGreaterThan(5);
        DaysEarlier within = DaysEarlier.of(scores, days, found, inspectors);
        assertThat(within.days().lower()).isNegative();
        assertThat(within.days().upper()).isPositive();
    }
}
