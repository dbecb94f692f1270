package dev.assay.core.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"王小明", "欧阳娜", "阿卜杜拉·买买提", "O'Brien", "Jean-Luc Müller", "𠮷田"})
    void lettersOfAnyScriptAreAName(String name) {
        assertThat(PersonName.isOne(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "王小明 320682199001011234", "320682199001011234", "<b>", "王小明；李四", "-王"})
    void numbersAndSignsAreNone(String text) {
        assertThat(PersonName.isOne(text)).isFalse();
    }

    @Test
    void aNameIsTakenUpToItsLongest() {
        assertThat(PersonName.isOne("王".repeat(PersonName.LONGEST))).isTrue();
        assertThat(PersonName.isOne("王".repeat(PersonName.LONGEST + 1))).isFalse();
    }

    @Test
    void outsideOnlyTheFirstCharacterIsSeenAndNotHowLongTheNameIs() {
        assertThat(PersonName.masked("王明")).isEqualTo("王**");
        assertThat(PersonName.masked("𠮷田一郎")).isEqualTo("𠮷**");
    }
}
