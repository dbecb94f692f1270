package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenFilterTest {

    private static Stream<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "某市监罚〔2023〕" + i + "号");
    }

    @Test
    void what_was_shown_counts_as_seen_and_in_another_space_as_new() {
        SeenFilter filter = new SeenFilter(10);
        assertThat(filter.mayHaveSeen("penalty", "1")).isFalse();
        assertThat(filter.mayHaveSeen("penalty", "1")).isTrue();
        assertThat(filter.mayHaveSeen("licence", "1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 20_000, 1_000_000, Long.MAX_VALUE / 48})
    void no_text_that_was_shown_is_ever_called_new_whatever_the_size(long expected) {
        SeenFilter filter = new SeenFilter(expected);
        texts(50_000).forEach(text -> filter.mayHaveSeen("penalty", text));
        assertThat(texts(50_000)).allMatch(text -> filter.mayHaveSeen("penalty", text));
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000, 1_000_000})
    void no_new_text_is_taken_for_seen_while_there_are_as_many_as_expected(int texts) {
        SeenFilter filter = new SeenFilter(texts);
        assertThat(texts(texts)
                        .filter(text -> filter.mayHaveSeen("penalty", text))
                        .toList())
                .isEmpty();
    }
}
