package dev.assay.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index and its thresholds against numbers worked out by hand. */
class StabilityTest {

    @ParameterizedTest(name = "{0} → {1}: {2}, by chance at most {3}: {4}")
    @CsvSource({
        // 0.1·ln(0.6÷0.5) − 0.1·ln(0.4÷0.5) = 0.0182322 + 0.0223144; (1/100 + 1/100)·3.841
        "50 50,           60 40,           0.0405, 0.0768, STABLE",
        // 0.02·ln 1.2 + 0.02·ln 1.1 − 0.02·ln(14÷15) − 0.02·ln 0.95 = 0.0036464 + 0.0019062 + 0.0013799 + 0.0010259;
        // (2/1000)·7.815
        "100 200 300 400, 120 220 280 380, 0.0080, 0.0156, STABLE",
        // 2·(0.3·ln 4) + 2·(0.1·ln 1.5) = 0.8317766 + 0.0810930
        "400 300 200 100, 100 200 300 400, 0.9129, 0.0156, LARGE",
        // An empty bin counts half a subject: −0.5·ln 0.5 + (0.5 − 0.05)·ln(0.5÷0.05) = 0.3465736 + 1.0361633
        "10 0,            5 5,             1.3827, 0.7682, LARGE",
        // Either side of 0.10: 0.15·ln 1.3 − 0.15·ln 0.7 = 0.0393546 + 0.0535012; 0.16·ln 1.32 − 0.16·ln 0.68 =
        // 0.0444211 + 0.0617060
        "500 500,         650 350,         0.0929, 0.0077, STABLE",
        "500 500,         660 340,         0.1061, 0.0077, MODERATE"
    })
    void the_index_is_the_sum_of_differences_times_logarithms(
            String before, String after, BigDecimal index, BigDecimal critical, Stability.Verdict verdict) {
        Stability stability = Stability.of(counts(before), counts(after));

        assertThat(stability.index()).isEqualByComparingTo(index);
        assertThat(stability.critical()).isEqualByComparingTo(critical);
        assertThat(stability.verdict()).isEqualTo(verdict);
        assertThat(stability.isBeyondChance()).isEqualTo(index.compareTo(critical) > 0);
    }

    @Test
    void bins_that_are_empty_on_both_sides_count_for_nothing() {
        Stability with = Stability.of(counts("50 0 50 0"), counts("60 0 40 0"));

        assertThat(with).isEqualTo(Stability.of(counts("50 50"), counts("60 40")));
        assertThat(with.bins()).isEqualTo(2);
    }

    @Test
    void without_subjects_on_a_side_there_is_no_index_and_nothing_to_worry_about() {
        Stability none = Stability.of(counts("0 0"), counts("3 4"));

        assertThat(none.index()).isNull();
        assertThat(none.critical()).isNull();
        assertThat(none.verdict()).isEqualTo(Stability.Verdict.STABLE);
        assertThat(none.isBeyondChance()).isFalse();
    }

    @Test
    void one_bin_alone_cannot_shift() {
        Stability one = Stability.of(counts("1000 0 0"), counts("1000 0 0"));

        assertThat(one.index()).isEqualByComparingTo("0");
        assertThat(one.critical()).isNull();
    }

    @Test
    void beyond_thirty_degrees_of_freedom_the_normal_approximation_takes_over() {
        // 33 bins of 100 subjects: n = m = 3300; (2/3300)·(32 + 1.645·√64) = (2/3300)·45.16
        long[] even = LongStream.range(0, 33).map(_ -> 100).toArray();

        assertThat(Stability.of(even, even).critical()).isEqualByComparingTo("0.0274");
        // And with 30 degrees of freedom: (2/3100)·43.773
        long[] table = Arrays.copyOf(even, 31);
        assertThat(Stability.of(table, table).critical()).isEqualByComparingTo("0.0282");
    }

    @Test
    void distributions_over_different_bins_are_refused() {
        assertThatThrownBy(() -> Stability.of(counts("1 2"), counts("1 2 3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(2 and 3)");
    }

    private static long[] counts(String text) {
        return Arrays.stream(text.split(" ")).mapToLong(Long::parseLong).toArray();
    }
}
