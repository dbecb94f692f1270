package dev.assay.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.problem.BadParameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final Cursor.Listing RATINGS =
            new Cursor.Listing(new CursorSeal("key of this server".getBytes(StandardCharsets.UTF_8)), "/v1/ratings");

    @Test
    void a_cursor_reads_back_as_it_was_written() {
        Cursor cursor = new Cursor(List.of("7", "food-licence", "JY13206850000007", "粤", ""));

        assertThat(Cursor.parse(cursor.sealed(RATINGS), 5, RATINGS)).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "====", "eA", "MQoy", "NwpzYW1wbGUKMDAw", "AAAAAAAAAAAAAAAAMQphCmI"})
    void a_cursor_that_somebody_made_up_is_refused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, 3, RATINGS)).isInstanceOf(BadParameter.class);
    }

    @Test
    void a_cursor_that_was_changed_or_is_of_another_server_or_address_is_refused() {
        String text = new Cursor(List.of("7", "8", "9")).sealed(RATINGS);
        Cursor.Listing elsewhere = new Cursor.Listing(RATINGS.seal(), "/v1/list-entries");
        Cursor.Listing another =
                new Cursor.Listing(new CursorSeal("another key".getBytes(StandardCharsets.UTF_8)), "/v1/ratings");

        assertThat(Cursor.parse(text, 3, RATINGS).number(2)).isEqualTo(9);
        for (int i = 0; i < text.length() - 1; i++) {
            String changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThatThrownBy(() -> Cursor.parse(changed, 3, RATINGS)).isInstanceOf(BadParameter.class);
        }
        assertThatThrownBy(() -> Cursor.parse(text, 3, elsewhere)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> Cursor.parse(text, 3, another)).isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> Cursor.parse(text, 2, RATINGS)).isInstanceOf(BadParameter.class);
    }

    @Test
    void a_part_that_is_no_number_is_refused() {
        assertThatThrownBy(() -> new Cursor(List.of("x")).number(0)).isInstanceOf(BadParameter.class);
    }
}
