package dev.assay.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoodLicenceNumberTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SC11351090100010",
                "SC10741018302531",
                "SC12434017430075",
                "SC10744030704994",
                "SC10145033200088",
                "JY11108071215650",
                "JY11105050876919",
                "JY23506230105266",
                "SC10132061300015",
                "JY23206130000017",
                "JY13206130000015",
                "JY33206130000018"
            })
    void aRealNumberIsWellFormedAndItsCheckDigitFits(String number) {
        assertThat(FoodLicenceNumber.isWellFormed(number)).isTrue();
        assertThat(FoodLicenceNumber.hasValidCheckDigit(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SC10513030200889", "JY21305320011643"})
    void aSampleTextIsWellFormedThoughItsCheckDigitDoesNotFit(String number) {
        assertThat(FoodLicenceNumber.isWellFormed(number)).isTrue();
        assertThat(FoodLicenceNumber.hasValidCheckDigit(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JY2320613000001",
                "JY232061300000177",
                "QS23206130000017",
                "jy23206130000017",
                "JY2320613000001X",
                ""
            })
    void anythingElseIsNotWellFormed(String number) {
        assertThat(FoodLicenceNumber.isWellFormed(number)).isFalse();
    }
}
