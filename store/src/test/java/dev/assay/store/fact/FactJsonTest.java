package dev.assay.store.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.core.fact.Values;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactJsonTest {

    @Test
    void names_are_sorted_and_nothing_is_blank_or_escaped_without_need() {
        Values values = Values.of(Map.of(
                "result",
                "合格/🍜 \"ok\"\n",
                "area",
                new BigDecimal("120.50"),
                "passed",
                true,
                "kinds",
                List.of("警告", "罚款"),
                "items",
                List.of(Values.of(Map.of("item", "1.1", "points", new BigDecimal("2"))))));
        assertThat(FactJson.write(values))
                .isEqualTo("{\"area\":120.50,\"items\":[{\"item\":\"1.1\",\"points\":2}],\"kinds\":[\"警告\",\"罚款\"],"
                        + "\"passed\":true,\"result\":\"合格/🍜 \\\"ok\\\"\\n\"}");
    }

    @Test
    void a_decimal_is_written_in_full_and_keeps_its_scale() {
        assertThat(FactJson.write(Values.of(Map.of("n", new BigDecimal("1E+5")))))
                .isEqualTo("{\"n\":100000}");
        assertThat(FactJson.write(Values.of(Map.of("n", new BigDecimal("1.20E-7")))))
                .isEqualTo("{\"n\":0.000000120}");
        assertThat(FactJson.read("{\"n\":0.10}").findDecimal("n")).contains(new BigDecimal("0.10"));
    }

    @Test
    void a_text_of_digits_stays_a_text_and_a_number_a_number() {
        Values values = FactJson.read("{\"code\":\"0012\",\"count\":12,\"flag\":false}");
        assertThat(values.findText("code")).contains("0012");
        assertThat(values.findDecimal("count")).contains(new BigDecimal("12"));
        assertThat(values.fields().get("flag")).isEqualTo(false);
    }

    @Test
    void whatever_is_written_is_read_again_and_written_the_same() {
        Random random = new Random(20_261_122);
        for (int i = 0; i < 5_000; i++) {
            Values values = values(random, 2);
            String json = FactJson.write(values);
            assertThat(FactJson.read(json)).isEqualTo(values);
            assertThat(FactJson.read(json.getBytes(StandardCharsets.UTF_8))).isEqualTo(values);
            assertThat(FactJson.write(FactJson.read(json))).isEqualTo(json);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"a\":null}", "{\"a\":1}{}", "{\"a\":", "{\"a\":[1", "text"})
    void anything_else_is_refused(String json) {
        assertThatThrownBy(() -> FactJson.read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void a_type_that_no_fact_holds_is_refused_by_name() {
        assertThatThrownBy(() -> FactJson.write(Values.of(Map.of("day", java.time.LocalDate.EPOCH))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(day)");
    }

    private static Values values(Random random, int depth) {
        Map<String, Object> fields = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            fields.put("f" + random.nextInt(100), value(random, depth));
        }
        return Values.of(fields);
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 5 : 3)) {
            case 0 -> text(random);
            case 1 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(12));
            case 2 -> random.nextBoolean();
            case 3 -> List.of(text(random), text(random));
            default -> List.of(values(random, depth - 1), values(random, depth - 1));
        };
    }

    /** Any characters at all, but halves of surrogate pairs. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            int code = random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x80);
            text.appendCodePoint(code >= 0xD800 && code <= 0xDFFF ? 'x' : code);
        }
        return text.toString();
    }
}
