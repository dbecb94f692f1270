package dev.assay.store.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EncodedRowsTest {

    private final EncodedRows rows = new EncodedRows(3, () -> {});

    @Test
    void what_load_data_would_mistake_has_a_backslash_before_it() throws IOException {
        rows.text("a\tb").text("c\nd\\").text("\0").end();
        assertThat(encoded()).isEqualTo("a\\tb\tc\\nd\\\\\t\\0\n");
    }

    @Test
    void null_is_not_the_empty_text() throws IOException {
        rows.text(null).text("").decimal(null).end();
        assertThat(encoded()).isEqualTo("\\N\t\t\\N\n");
    }

    @Test
    void every_length_of_utf8_is_written() throws IOException {
        rows.text("a\u00e9\u98df\ud83c\udf5c")
                .text("\u07ff\u0800\uffff")
                .text("\ud83c")
                .end();
        assertThat(encoded()).isEqualTo("a\u00e9\u98df\ud83c\udf5c\t\u07ff\u0800\uffff\t?\n");
    }

    @Test
    void numbers_days_and_instants_are_written_as_sql_reads_them() throws IOException {
        rows.decimal(new BigDecimal("1E+3"))
                .day(LocalDate.of(5, 1, 9))
                .instant(Instant.parse("2026-11-22T23:59:59.9999999Z"))
                .end();
        rows.number(Long.MIN_VALUE).flag(true).flag(false).end();
        assertThat(encoded()).isEqualTo("1000\t0005-01-09\t2026-11-22 23:59:59.999999\n-9223372036854775808\t1\t0\n");
    }

    private String encoded() throws IOException {
        return new String(rows.stream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
