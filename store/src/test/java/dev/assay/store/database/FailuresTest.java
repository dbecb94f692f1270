package dev.assay.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers that no shared server can be made to answer; the others are tried in {@link DatabaseFailuresIT}. */
class FailuresTest {

    @ParameterizedTest
    @CsvSource({
        "1290, HY000, is read-only",
        "1836, HY000, is read-only",
        "1021, HY000, has no room left",
        "1114, HY000, has no room left",
        "1040, 08004, takes no more connections",
        "0, 08S01, cannot be reached",
        "4711, HY000, cannot be used: the server's words"
    })
    void an_error_number_becomes_a_sentence_and_an_advice(int number, String state, String sentence) {
        RuntimeException wrapped = new RuntimeException(new SQLException("the server's words", state, number));
        assertThat(Failures.explain("jdbc:mysql://db/assay", wrapped))
                .hasMessageContaining("(jdbc:mysql://db/assay) " + sentence)
                .hasMessageContaining(System.lineSeparator() + "Maybe ");
    }
}
