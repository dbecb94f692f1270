package dev.assay.model.prediction.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void the_same_order_agrees_wholly_whatever_the_numbers() {
        double[] one = new Random(1).doubles(200).toArray();
        double[] other = DoubleStream.of(one).map(Math::exp).toArray();
        assertThat(Agreement.of(one, other)).isEqualTo(new Agreement(200, 1, 1));
    }

    @Test
    void the_opposite_order_disagrees_wholly() {
        double[] one = IntStream.range(0, 50).asDoubleStream().toArray();
        double[] other = DoubleStream.of(one).map(value -> -value).toArray();
        assertThat(Agreement.of(one, other)).isEqualTo(new Agreement(50, -1, 0));
    }

    /** Ranks 0, 1.5, 1.5, 3 against 0, 2, 1, 3: the deviations from 1.5 give 4.5 over the root of 4.5 times 5. */
    @Test
    void ties_have_their_mean_rank() {
        Agreement agreement = Agreement.of(new double[] {1, 2, 2, 4}, new double[] {1, 3, 2, 4});
        assertThat(agreement.rankCorrelation()).isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
        assertThat(agreement.sharedTenth()).isNaN();
    }

    @Test
    void what_tells_nobody_apart_has_no_correlation() {
        assertThat(Agreement.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}).rankCorrelation())
                .isNaN();
    }
}
