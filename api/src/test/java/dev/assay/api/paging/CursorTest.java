package dev.assay.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.problem.BadParameter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_reads_back_as_it_was_written() {
        Cursor cursor = new Cursor(List.of("7", "food-licence", "JY13206850000007", "粤", ""));

        assertThat(Cursor.parse(cursor.toString(), 5)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "====", "eA", "MQoy"})
    void a_cursor_of_another_make_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, 3)).isInstanceOf(BadParameter.class);
    }

    @Test
    void a_part_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> new Cursor(List.of("x")).number(0)).isInstanceOf(BadParameter.class);
    }
}
