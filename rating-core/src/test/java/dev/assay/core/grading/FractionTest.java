package dev.assay.core.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

    private static Fraction of(String decimal) {
        return Fraction.of(new BigDecimal(decimal));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 0.3333",
        "2, 3, 0.6667",
        "1, 20000, 0.0001",
        "1, 20001, 0",
        "-1, 3, -0.3333",
        "600, 20, 30",
        "1, 8, 0.125"
    })
    void whatLeavesTheEngineIsRoundedHalfUpToFourPlaces(String one, String other, String rounded) {
        assertThat(of(one).dividedBy(of(other)).toDecimal().toPlainString()).isEqualTo(rounded);
    }

    @Test
    void aThirdThreeTimesIsOneAndNotANinth() {
        Fraction third = of("1").dividedBy(of("3"));

        assertThat(third.plus(third).plus(third)).isEqualTo(of("1.000"));
    }

    @Test
    void aHairAboveABoundIsAboveItThoughBothAreRoundedAlike() {
        Fraction above = of("30").plus(of("1").dividedBy(of("1000000")));

        assertThat(above).isGreaterThan(of("30"));
        assertThat(above.toDecimal()).isEqualByComparingTo("30");
    }

    @Test
    void aQuotientByNoughtIsRefused() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> of("1").dividedBy(Fraction.ZERO))
                .withMessageContaining("Maybe no item was applicable");
    }

    @Test
    void sumsAndDifferencesOfDecimalsAreThoseOfBigDecimal() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 1000; i++) {
            BigDecimal a = BigDecimal.valueOf(random.nextInt(-100_000, 100_000), random.nextInt(5));
            BigDecimal b = BigDecimal.valueOf(random.nextInt(-100_000, 100_000), random.nextInt(5));
            assertThat(Fraction.of(a).plus(Fraction.of(b))).isEqualTo(Fraction.of(a.add(b)));
            assertThat(Fraction.of(a).minus(Fraction.of(b))).isEqualTo(Fraction.of(a.subtract(b)));
            assertThat(Fraction.of(a).compareTo(Fraction.of(b))).isEqualTo(a.compareTo(b));
        }
    }
}
