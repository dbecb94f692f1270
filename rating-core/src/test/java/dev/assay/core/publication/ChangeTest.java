package dev.assay.core.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangeTest {

    private static final ItemId RATING = new ItemId("rating", "m uk-fhrs fhrs:1");
    private static final String CONTENT = Sha256.of("{\"grade\":\"A\"}");
    private static final Instant AT = Instant.parse("2026-11-22T08:15:00Z");

    /** The expected values were computed by a program in another language, written after docs/following.md. */
    @Test
    void the_hashes_are_those_that_the_documentation_describes() {
        Change first = Change.next(
                ChainEnd.NONE,
                Chain.PUBLIC,
                new Change.Draft(ChangeOperation.ADD, RATING, ChangeReason.NEW_RECORD, null, CONTENT),
                AT);
        Change second = Change.next(
                first.end(),
                Chain.PUBLIC,
                new Change.Draft(ChangeOperation.WITHDRAW, RATING, ChangeReason.ABSENCE, CONTENT, null),
                AT.plusNanos(120_000_999));

        assertThat(first.hash()).isEqualTo("d0a8c04eab5389cf6b4005f81d269384bcb03b814b6e970eab5f58b8c585c627");
        assertThat(second.atText()).isEqualTo("2026-11-22T08:15:00.120000Z");
        assertThat(second.hash()).isEqualTo("007f036cac4a1ff53eeb46be7570d48be5176fe60ed3d5a503034eabb2ff6258");
    }

    @Test
    void hashes_that_do_not_fit_the_operation_are_refused() {
        for (ChangeOperation operation : ChangeOperation.values()) {
            assertThatThrownBy(() -> new Change.Draft(operation, RATING, ChangeReason.CORRECTION, null, null))
                    .hasMessageContaining("do not fit the operation (" + operation.code() + ")");
        }
    }

    @ParameterizedTest
    @EnumSource(ChangeReason.class)
    void a_reason_is_found_by_its_word(ChangeReason reason) {
        assertThat(ChangeReason.get(reason.code())).isEqualTo(reason);
    }

    @Test
    void words_that_are_none_are_refused() {
        assertThatThrownBy(() -> ChangeReason.get("whim")).hasMessageContaining("(whim)");
        assertThatThrownBy(() -> ChangeOperation.get("erase")).hasMessageContaining("(erase)");
        assertThatThrownBy(() -> Chain.get("internal")).hasMessageContaining("(internal)");
        assertThatThrownBy(() -> new ItemId("Rating", "1")).hasMessageContaining("The kind (Rating)");
        assertThatThrownBy(() -> new ItemId("rating", "")).hasMessageContaining("is empty");
    }
}
