package dev.assay.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsccTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91330100799655058B",
                "9144030071526726XG",
                "91110000802100433B",
                "91230500MA1B3N1N2M",
                "92320613MA0000015A",
                "91320600000000019U"
            })
    void aCodeWhoseBothChecksFitIsValid(String code) {
        assertThat(Uscc.check(code)).isEqualTo(Uscc.Finding.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, WRONG_LENGTH",
        "91350100M000100Y433, WRONG_LENGTH",
        "91350100M000100Y44, CHECK_FAILS",
        "91350100I000100Y43, WRONG_CHARACTER",
        "91350100m000100Y43, WRONG_CHARACTER",
        "91350100O000100Y43, WRONG_CHARACTER"
    })
    void aCodeThatDoesNotFitSaysWhy(String code, Uscc.Finding finding) {
        assertThat(Uscc.check(code)).isEqualTo(finding);
    }

    @Test
    void aWrongInnerCheckIsFoundWhereTheOuterOneFits() {
        String wrongInner = "91350100M000100Y" + "5";
        String code = wrongInner + Uscc.checkCharacter(wrongInner);

        assertThat(Uscc.check(code)).isEqualTo(Uscc.Finding.INNER_CHECK_FAILS);
    }

    @ParameterizedTest
    @CsvSource({"M000100Y, 4", "79965505, 8", "71526726, X", "MA1B3N1N, 2"})
    void theOrganisationCodeHasItsOwnCheck(String eight, char check) {
        assertThat(Uscc.organisationCheck(eight)).isEqualTo(check);
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        String code = "91350100M000100Y43";
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int i = 0; i < code.length(); i++) {
            for (int j = 0; j < alphabet.length(); j++) {
                if (alphabet.charAt(j) != code.charAt(i)) {
                    String wrong = code.substring(0, i) + alphabet.charAt(j) + code.substring(i + 1);
                    assertThat(Uscc.check(wrong)).as(wrong).isEqualTo(Uscc.Finding.CHECK_FAILS);
                }
            }
        }
    }
}
