package dev.assay.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchingKeyTest {

    @ParameterizedTest
    @CsvSource({
        "南通某食品有限公司（崇川店）, 南通某食品有限公司(崇川店)",
        "南通 某食品　有限公司, 南通某食品有限公司",
        "ＡＢＣ食品１２３, abc食品123",
        "Joe's Café, joe s café",
        "人民路8-1号, 人民路8—1号"
    })
    void twoSpellingsOfTheSameHaveTheSameKey(String one, String other) {
        assertThat(MatchingKey.of(one)).isEqualTo(MatchingKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"南通某食品有限公司, 南通某食品厂", "江苏南通某食品店, 南通某食品店", "人民路8号, 人民路81号"})
    void legalFormsPlacesAndNumbersStay(String one, String other) {
        assertThat(MatchingKey.of(one)).isNotEqualTo(MatchingKey.of(other));
    }

    @ParameterizedTest
    @CsvSource({"'（）-—/'", "'  '"})
    void aTextWithoutLettersAndDigitsHasAnEmptyKey(String text) {
        assertThat(MatchingKey.of(text)).isEmpty();
    }
}
