package dev.assay.model.prediction.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.prediction.Learning.Calibration;
import dev.assay.model.prediction.trained.CalibrationCurve;
import dev.assay.model.prediction.trained.LogOdds;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationFitTest {

    private static final int ROWS = 20_000;

    private static double[] scores(RandomGenerator random) {
        return random.doubles(ROWS, -4, 2).toArray();
    }

    /** Scores that claim twice as much as is true: the true log-odds are half of the score, less 0.3. */
    private static boolean[] found(double[] scores, double factor, RandomGenerator random) {
        boolean[] found = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            found[i] = random.nextDouble() < LogOdds.probability(factor * scores[i] - 0.3);
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(Calibration.class)
    void whatWasClaimedTooSurelyBecomesTheTrueProbability(Calibration how) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        double[] scores = scores(random);

        CalibrationCurve curve = CalibrationFit.of(scores, found(scores, 0.5, random), how);

        double before = Double.NEGATIVE_INFINITY;
        for (double score = -6; score <= 4; score += 0.01) {
            double p = curve.probability(score);
            assertThat(p).isBetween(0.0, 1.0).isGreaterThan(before);
            before = p;
            if (score > -4 && score < 2) {
                assertThat(p).isCloseTo(LogOdds.probability(0.5 * score - 0.3), within(0.06));
            }
        }
        double mean = IntStream.range(0, ROWS)
                .mapToDouble(i -> curve.probability(scores[i]))
                .average()
                .orElseThrow();
        double truth = IntStream.range(0, ROWS)
                .mapToDouble(i -> LogOdds.probability(0.5 * scores[i] - 0.3))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(truth, within(0.01));
    }

    @ParameterizedTest
    @EnumSource(Calibration.class)
    void aScoreThatRanksTheWrongWayRoundGetsTheOverallRate(Calibration how) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
        double[] scores = scores(random);

        CalibrationCurve curve = CalibrationFit.of(scores, found(scores, -1, random), how);

        assertThat(curve.probability(1.9) - curve.probability(-3.9)).isBetween(0.0, 0.15);
    }

    @Test
    void theAreaUnderTheCurveCountsTiesHalf() {
        // pairs (found over not): 3>1, 3>2, 2>1, 2=2 count 1 + 1 + 1 + 1/2 of 4
        assertThat(Area.underCurve(new double[] {3, 2, 2, 1}, new boolean[] {true, true, false, false}))
                .isEqualTo(3.5 / 4);
    }
}
