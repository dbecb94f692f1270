package dev.assay.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCodeTest {

    @Test
    void a_code_has_four_groups_of_five_and_is_read_back() {
        SecretCode code = SecretCode.random(new SecureRandom());

        assertThat(code.grouped()).matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");
        assertThat(SecretCode.typed(code.grouped())).isEqualTo(code);
        assertThat(code.toString()).doesNotContain(code.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01abc-defgh-jkmnp-qrstv",
                " O1ABC DEFGH JKMNP QRSTV ",
                "oIabc–defgh–jkmnp–qrstv",
                "0Labcdefghjkmnpqrstv"
            })
    void how_it_is_typed_does_not_matter(String typed) {
        assertThat(SecretCode.typed(typed).text()).isEqualTo("01ABCDEFGHJKMNPQRSTV");
    }
}
