package dev.assay.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingsTest {

    @Test
    void grades_stand_from_best_to_worst_and_states_last() {
        assertThat(List.of("NEW", "D", "A", "SUSPENDED", "C", "B").stream().sorted(Standings.BEST_FIRST))
                .containsExactly("A", "B", "C", "D", "NEW", "SUSPENDED");
        assertThat(List.of("0", "3", "5", "EXEMPT", "1").stream().sorted(Standings.BEST_FIRST))
                .containsExactly("5", "3", "1", "0", "EXEMPT");
    }

    @ParameterizedTest
    @CsvSource({"A, a", "D, d", "5, a", "0, d", "2, c", "NOT_RATED, not_rated", "Pass, other"})
    void letters_and_numbers_share_four_colours(String standing, String tone) {
        assertThat(new Standings().tone(standing)).isEqualTo(tone);
    }
}
