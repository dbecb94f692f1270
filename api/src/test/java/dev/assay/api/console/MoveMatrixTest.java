package dev.assay.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.rating.GradeMove;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveMatrixTest {

    private final MoveMatrix matrix = MoveMatrix.of(List.of(
            new GradeMove("RATED", "B", "RATED", "B", 30),
            new GradeMove("RATED", "A", "RATED", "B", 20),
            new GradeMove("RATED", "A", "RATED", "A", 40),
            new GradeMove("SUSPENDED", null, "RATED", "A", 10)));

    @Test
    void grades_come_from_best_to_worst_and_states_last() {
        assertThat(matrix.standings()).containsExactly("A", "B", "SUSPENDED");
    }

    @Test
    void whoever_stands_elsewhere_is_counted_once() {
        assertThat(matrix.count("A", "B")).isEqualTo(20);
        assertThat(matrix.count("B", "A")).isZero();
        assertThat(matrix.changed()).isEqualTo(30);
        assertThat(matrix.subjects()).isEqualTo(100);
    }

    @Test
    void the_shift_compares_how_many_stand_where_on_each_side() {
        // 60, 30, 10 become 50, 50, 0; an empty bin counts as half a subject.
        assertThat(matrix.stability().before()).isEqualTo(100);
        assertThat(matrix.stability().bins()).isEqualTo(3);
        assertThat(matrix.stability().index()).isEqualByComparingTo("0.4050");
    }
}
