package dev.assay.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @ParameterizedTest
    @ValueSource(strings = {"uscc:91350100M000100Y43", "fhrs:369216", "food-licence:JY13206130000015", "own:a:b"})
    void whatIsWrittenIsReadAgain(String text) {
        assertThat(Identity.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"369216", "FHRS:369216", ":369216", "fhrs:", "fhrs:  "})
    void whatHasNoSchemeOrNoValueIsRefusedWithARemedy(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Identity.parse(text))
                .withMessageContaining("Maybe");
    }

    @Test
    void identitiesAreOrderedBySchemeAndThenByValue() {
        assertThat(Identity.parse("fhrs:2"))
                .isLessThan(Identity.parse("uscc:1"))
                .isGreaterThan(Identity.parse("fhrs:1"));
    }
}
