package dev.assay.api.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPasswordTest {

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "noodles, ten of them!,  ten of them!,  ''",
        "noodles, nine here,     nine here,     SHORT",
        "noodles, ten of them!,  ten of these!, DIFFERENT",
        "no dles, ten of them!,  ten of them!,  NAME",
        "'',      ten of them!,  ten of them!,  NAME",
        "noodles, my Noodles 1,  my Noodles 1,  PLAIN",
        "noodles, aaaaaaaaaaab,  aaaaaaaaaaab,  PLAIN",
        // 24 characters of three bytes are 72 bytes, 25 are too many.
        "noodles, 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏, 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏, ''",
        "noodles, 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰, 天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰, LONG"
    })
    void a_password_is_long_enough_typed_twice_and_not_plain(String name, String password, String again, String fault) {
        assertThat(NewPassword.findFault(name, password, again).map(Enum::name).orElse(""))
                .isEqualTo(fault);
    }
}
