package dev.assay.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimedCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        // RFC 6238, appendix B, SHA-1: its codes have 8 digits, of which ours are the last 6.
        "59,          94287082",
        "1111111109,  07081804",
        "1111111111,  14050471",
        "1234567890,  89005924",
        "2000000000,  69279037",
        "20000000000, 65353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(TimedCode.of(SECRET, TimedCode.step(Instant.ofEpochSecond(second))))
                .isEqualTo(code.substring(2));
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 4226, appendix D.
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "9, 520489"
    })
    void so_are_those_of_a_counter(long count, String code) {
        assertThat(TimedCode.of(SECRET, count)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        // RFC 4648, section 10, without the padding.
        "f, MY",
        "fo, MZXQ",
        "foo, MZXW6",
        "foob, MZXW6YQ",
        "fooba, MZXW6YTB",
        "foobar, MZXW6YTBOI"
    })
    void secrets_are_written_as_the_standard_says(String plain, String text) {
        assertThat(TimedCode.base32(plain.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Test
    void a_code_is_good_in_its_half_minute_and_its_neighbours() {
        Instant now = Instant.ofEpochSecond(59);
        String code = TimedCode.of(SECRET, 1);

        assertThat(TimedCode.match(SECRET, code, now)).hasValue(1);
        assertThat(TimedCode.match(SECRET, code, now.plusSeconds(30))).hasValue(1);
        assertThat(TimedCode.match(SECRET, code, now.plusSeconds(31)))
                .as("two half minutes later")
                .isEmpty();
        assertThat(TimedCode.match(SECRET, code, now.minusSeconds(59))).hasValue(1);
        assertThat(TimedCode.match(SECRET, code, now.minusSeconds(60)))
                .as("two before")
                .isEmpty();
        assertThat(TimedCode.match(SECRET, "", now)).isEmpty();
        assertThat(TimedCode.match(SECRET, "94287082", now)).isEmpty();
    }
}
