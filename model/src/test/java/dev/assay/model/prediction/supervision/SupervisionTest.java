package dev.assay.model.prediction.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.prediction.trained.LogOdds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SupervisionTest {

    private static final LocalDate BEGIN = LocalDate.of(2012, 1, 1);

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Ten inspectors; the businesses of "i0" are the worst. What is planted is added to i3, from nought at the begin if it grows. */
    private static List<Judged> world(RandomGenerator random, int count, double planted, double growthPerYear) {
        List<Judged> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int inspector = random.nextInt(10);
            int day = random.nextInt(730);
            double logOdds = random.nextGaussian(inspector == 0 ? 0.2 : -1.5, 0.8);
            double strict = inspector == 3 ? planted + growthPerYear * day / 365.0 : 0;
            boolean found = random.nextDouble() < LogOdds.probability(logOdds + strict);
            // All forecasts are off by the same half: that is nobody's strictness.
            rows.add(new Judged("i" + inspector, BEGIN.plusDays(day), logOdds + 0.5, found));
        }
        return rows;
    }

    @Test
    void anInspectorTwiceAsStrictIsFoundAndOneWithWorseBusinessesIsNot() {
        List<Strictness> all = Strictness.of(world(random(1), 8_000, Math.log(2), 0));

        Strictness first = all.getFirst();
        assertThat(first.by()).isEqualTo("i3");
        assertThat(first.pValue()).isLessThan(0.001);
        // The others make up the average, so that i3 stands a little less than ln 2 above it.
        assertThat(first.adjusted().estimate()).isCloseTo(0.9 * Math.log(2), within(0.2));
        Strictness worst =
                all.stream().filter(one -> one.by().equals("i0")).findFirst().orElseThrow();
        assertThat(worst.rate().low()).isGreaterThan(first.rate().high());
        assertThat(worst.pValue()).isGreaterThan(0.05);
        assertThat(worst.expected()).isCloseTo(worst.rate().estimate(), within(0.03));
    }

    @Test
    void withNothingPlantedTheIntervalsHoldNoughtAsOftenAsTheySay() {
        int held = 0;
        int heldDrawn = 0;
        int alarms = 0;
        int worlds = 100;
        for (int seed = 0; seed < worlds; seed++) {
            List<Strictness> all = Strictness.of(world(random(100 + seed), 2_000, 0, 0));
            held += (int) all.stream().filter(one -> one.adjusted().holds(0)).count();
            heldDrawn += (int) all.stream().filter(one -> one.drawn().holds(0)).count();
            alarms += all.stream().anyMatch(one -> one.pValue() < 0.05) ? 1 : 0;
        }

        // 950 of 1000, with a standard deviation of 7.
        assertThat(held).isBetween(929, 971);
        assertThat(heldDrawn).isGreaterThanOrEqualTo(held);
        // Holm's bound: at most 5 of 100 worlds, with a standard deviation of 2.2.
        assertThat(alarms).isLessThanOrEqualTo(11);
    }

    @Test
    void anOfficeThatGrowsStricterIsFoundAndTheOthersStandStill() {
        List<Drift> all = Drift.of(world(random(2), 20_000, 0, 0.8));

        assertThat(all).hasSize(10);
        assertThat(all).allSatisfy(drift -> assertThat(drift.quarters()).hasSize(8));
        Drift moved =
                all.stream().filter(one -> one.by().equals("i3")).findFirst().orElseThrow();
        assertThat(moved.perYear().holds(0.8 * 0.9)).isTrue();
        assertThat(moved.pValue()).isLessThan(0.001);
        assertThat(all.stream().filter(one -> one.pValue() < 0.05).count()).isLessThanOrEqualTo(3);
    }

    @Test
    void withNoDriftPlantedTheSlopesHoldNoughtAsOftenAsTheySay() {
        int held = 0;
        for (int seed = 0; seed < 60; seed++) {
            held += (int) Drift.of(world(random(300 + seed), 3_000, 0, 0)).stream()
                    .filter(drift -> drift.perYear().holds(0))
                    .count();
        }

        // 570 of 600 with a standard deviation of 5.3; the error is widened but never narrowed, so more are held.
        assertThat(held).isBetween(554, 600);
    }

    private static Map<Integer, Long> scores(RandomGenerator random, int count, int threshold, double moved) {
        Map<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            int score = (int) (-12 * Math.log(random.nextDouble()));
            if (score >= threshold && score < threshold + 2 && random.nextDouble() < moved) {
                score = threshold - 1;
            }
            counts.merge(score, 1L, Long::sum);
        }
        return counts;
    }

    @Test
    void scoresThatStopShortOfAThresholdAreSeenThereAndNotElsewhere() {
        Map<Integer, Long> counts = scores(random(4), 20_000, 14, 0.4);

        Bunching seen = Bunching.at(counts, 14, 7);
        assertThat(seen.jump().high()).isNegative();
        assertThat(seen.pValue()).isLessThan(0.01);
        assertThat(seen.share().low()).isGreaterThan(0.6);
        assertThat(seen.below()).isEqualTo(counts.get(13));
        assertThat(Bunching.at(counts, 28, 7).jump().holds(0)).isTrue();
    }

    @Test
    void aSmoothDensityJumpsNoOftenerThanStated() {
        int held = 0;
        for (int seed = 0; seed < 200; seed++) {
            held += Bunching.at(scores(random(500 + seed), 4_000, 14, 0), 14, 7)
                            .jump()
                            .holds(0)
                    ? 1
                    : 0;
        }

        // 190 of 200 with a standard deviation of 3.1; the error is widened but never narrowed.
        assertThat(held).isBetween(181, 200);
    }

    @Test
    void aThresholdThatNobodyIsNearIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bunching.at(Map.of(3, 10L), 14, 7))
                .withMessageContaining("13 or 14");
    }

    @Test
    void whatIsKnownOfNormalNumbersHolds() {
        assertThat(Interval.twoSided(Interval.Z)).isCloseTo(0.05, within(1e-6));
        assertThat(Interval.twoSided(0)).isCloseTo(1, within(1e-6));
        // E. B. Wilson's interval of 5 in 10, from the formula: middle 0.5, half 1.96 / (1 + 3.84 / 10) * sqrt(0.25 /
        // 10 + 3.84 / 400).
        assertThat(Interval.share(5, 10).low())
                .isCloseTo(0.5 - 1.959964 / (1 + 3.841459 / 10) * Math.sqrt(0.25 / 10 + 3.841459 / 400), within(1e-6));
    }
}
