package dev.assay.model.prediction.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tails against figures of SciPy 1.17 (stats.t.sf, stats.chi2.sf, stats.fisher_exact). */
class TailsTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @ParameterizedTest
    @CsvSource({
        // The paper of Chicago: 7.44 days, standard deviation 25.2, 257 degrees of freedom.
        "4.742, 257, 3.510579686593104e-06",
        "0, 5, 1",
        "1, 1, 0.5",
        "-2.5, 10, 0.03144684423660681",
        "12.706204736432095, 1, 0.05"
    })
    void students_t(double t, double degrees, double p) {
        assertThat(Tails.student(t, degrees)).isCloseTo(p, EXACT);
    }

    @Test
    void the_reach_of_t_leaves_five_in_a_hundred_outside() {
        assertThat(Tails.studentReach(1)).isCloseTo(12.706204736432095, within(1e-6));
        assertThat(Tails.studentReach(257)).isCloseTo(1.969237, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({"16.918977604620448, 9, 0.05", "0, 3, 1", "400, 9, 1.3699125019662825e-80", "1, 1, 0.31731050786291415"
    })
    void chi_square(double x, double degrees, double p) {
        assertThat(Tails.chiSquare(x, degrees)).isCloseTo(p, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        // The lady tasting tea: 3 of 4 cups.
        "3, 4, 1, 4, 0.4857142857142857",
        "8, 10, 1, 10, 0.005477494641581329",
        "0, 5, 0, 5, 1"
    })
    void fishers_exact_test(long hits, long of, long otherHits, long ofOthers, double p) {
        assertThat(Tails.fisher(hits, of, otherHits, ofOthers)).isCloseTo(p, EXACT);
    }

    @Test
    void holm_corrects_step_by_step_and_leaves_out_what_was_not_tested() {
        // 3 tests: 0.01·3, then 0.02·2 = 0.04, then the greater of 0.04 and 0.03·1.
        assertThat(ManyTests.holm(new double[] {0.03, Double.NaN, 0.01, 0.02}))
                .containsExactly(0.04, Double.NaN, 0.03, 0.04);
    }
}
