package dev.assay.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "25μg/kg,          EQUAL,    25,       μg/kg",
        "25 µg/kg,         EQUAL,    25,       μg/kg", // the micro sign and the Greek letter are one
        "＜10,              BELOW,    10,       ''",
        "<0.005 mg/kg,     BELOW,    0.005,    mg/kg",
        "≤20μg/kg,         AT_MOST,  20,       μg/kg",
        "不超过 5mg/kg,     AT_MOST,  5,        mg/kg",
        "≥ 3.0 g/100g,     AT_LEAST, 3,        g/100g",
        "＞1.0×10⁵ CFU/mL, ABOVE,    100000,   CFU/mL",
        "4.2×10³,          EQUAL,    4200,     ''", // 4.2 × 1,000
        "4.2×10^3CFU/g,    EQUAL,    4200,     CFU/g",
        "1.5×10⁻²mg/kg,    EQUAL,    0.015,    mg/kg",
        "１２．５％,          EQUAL,    12.5,     %",
        "0/25g,            EQUAL,    0,        /25g",
        "-18℃,             EQUAL,    -18,      °C",
        "0.10,             EQUAL,    0.1,      ''"
    })
    void comparisonNumberAndUnitAreReadWhereThereIsNoDoubt(
            String text, Comparison comparison, BigDecimal value, String unit) {
        assertThat(Measure.parse(text)).isEqualTo(new Measure(text, comparison, value, unit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4.2×103", // a power of ten that lost its superscript, or not
                "0.1~0.5mg/kg",
                "1,200",
                "n=5,c=2,m=100,M=1000",
                "第一次25，第二次30",
                "阳性",
                "未检出",
                "＜",
                "",
                "   ",
                "1e5"
            })
    void whereThereIsDoubtTheTextStaysAlone(String text) {
        assertThat(Measure.parse(text)).isEqualTo(new Measure(text, null, null, ""));
    }

    @ParameterizedTest
    @CsvSource({"未检出, true", "ND, true", "不得检出, true", "0, false", "＜10, false", "检出, false"})
    void whatWasNotFoundIsTold(String text, boolean notDetected) {
        assertThat(Measure.parse(text).isNotDetected()).isEqualTo(notDetected);
    }

    @Test
    void everyTextIsReadWithoutFailingAndKept() {
        String alphabet = "0123456789.×x*^10³⁻⁹<>≤≥＜＝不大于%/gkμ µ℃未检出-+eE\uD83D\n\t";
        Random random = new Random(20261122);
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() ->
                            assertThat(Measure.parse(text.toString()).text()).isEqualTo(text.toString()))
                    .doesNotThrowAnyException();
        }
    }
}
