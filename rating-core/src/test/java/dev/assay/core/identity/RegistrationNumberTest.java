package dev.assay.core.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationNumberTest {

    private static final Path REAL = Path.of("../../shared/data/cn_enterprises/uscc_invalid_examples.csv");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // division 320600, serial 00000001, check digit by MOD 11,10
        "320600000000018, true,  true",
        "320600000000013, true,  false",
        "32060000000001,  false, false",
        "3206000000000123, false, false",
        "32060000000001X, false, false"
    })
    void theFormAndTheCheckDigitAreTold(String number, boolean wellFormed, boolean valid) {
        assertThat(RegistrationNumber.isWellFormed(number)).isEqualTo(wellFormed);
        assertThat(wellFormed && RegistrationNumber.hasValidCheckDigit(number)).isEqualTo(valid);
    }

    @Test
    void theCheckDigitsOfRealNumbersFit() throws IOException {
        assumeTrue(Files.exists(REAL), "The file " + REAL + " is not there.");
        List<String> numbers = Files.readAllLines(REAL).stream()
                .map(line -> line.split(",", -1)[1])
                .filter(RegistrationNumber::isWellFormed)
                .toList();
        assertThat(numbers).hasSizeGreaterThan(1000).allMatch(RegistrationNumber::hasValidCheckDigit);
    }
}
