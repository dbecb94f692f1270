package dev.assay.api.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.signon.SignOnSettings.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SignOnSettingsTest {

    private static final String ISSUER = "https://sso.example.gov.cn/realms/staff";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void without_properties_there_is_no_sign_on() {
        SignOnSettings none = bind(Map.of());

        assertThat(none)
                .isEqualTo(new SignOnSettings(
                        null,
                        null,
                        null,
                        null,
                        new Name(null, null),
                        "preferred_username",
                        List.of("profile"),
                        List.of(),
                        List.of()));
        assertThat(none.isOn()).isFalse();
        assertThat(none.issuerVouches()).isFalse();
    }

    @Test
    void every_setting_has_its_property() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from the file\n");

        SignOnSettings all = bind(Map.of(
                "assay.sign-on.issuer", ISSUER,
                "assay.sign-on.client-id", "assay",
                "assay.sign-on.client-secret-file", file.toString(),
                "assay.sign-on.name.zh", "统一登录",
                "assay.sign-on.name.en", "City sign-on",
                "assay.sign-on.user-claim", "employee",
                "assay.sign-on.scopes", "profile,staff",
                "assay.sign-on.required-acr", "2,3",
                "assay.sign-on.required-amr", "otp"));

        assertThat(all)
                .isEqualTo(new SignOnSettings(
                        ISSUER,
                        "assay",
                        null,
                        file,
                        new Name("统一登录", "City sign-on"),
                        "employee",
                        List.of("profile", "staff"),
                        List.of("2", "3"),
                        List.of("otp")));
        assertThat(all.secret()).isEqualTo("from the file");
        assertThat(all.issuerVouches()).isTrue();
        assertThat(all.name().in("zh")).isEqualTo("统一登录");
        assertThat(all.name().in("en")).isEqualTo("City sign-on");
    }

    @Test
    void a_secret_is_not_printed() {
        assertThat(bind(given(Map.of())).toString()).contains(ISSUER).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"issuer", "client-id", "client-secret"})
    void what_is_half_given_is_refused_and_says_what_is_missing(String missing) {
        Map<String, String> settings = new HashMap<>(given(Map.of()));
        settings.put("assay.sign-on." + missing, " ");

        assertThatThrownBy(() -> bind(settings))
                .rootCause()
                .hasMessageContaining(missing)
                .hasMessageContaining("Maybe")
                .message()
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        // Plain http is for this machine itself.
        "assay.sign-on.issuer, http://sso.example.gov.cn, https",
        "assay.sign-on.issuer, https://sso.example.gov.cn/?realm=staff, 'without ?'",
        "assay.sign-on.issuer, sso.example.gov.cn, https",
        "assay.sign-on.issuer, https://sso example, https",
        "assay.sign-on.user-claim, ' ', user-claim",
        "assay.sign-on.client-secret-file, /nowhere/secret, both are"
    })
    void what_cannot_be_is_refused(String setting, String value, String said) {
        assertThatThrownBy(() -> bind(given(Map.of(setting, value))))
                .hasStackTraceContaining(said)
                .hasStackTraceContaining("Maybe")
                // What keeps a server from starting is printed with the property that was read last.
                .satisfies(fault -> assertThat(
                                fault + " " + ((BindException) fault).getProperty() + " " + fault.getCause())
                        .doesNotContain("s3cret"));
    }

    @Test
    void a_file_that_is_not_there_or_empty_is_refused_by_name() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), "\n");
        for (Path file : List.of(folder.resolve("nothing"), empty)) {
            Map<String, String> settings = new HashMap<>(given(Map.of()));
            settings.remove("assay.sign-on.client-secret");
            settings.put("assay.sign-on.client-secret-file", file.toString());

            assertThatThrownBy(() -> bind(settings))
                    .hasStackTraceContaining(file.toString())
                    .hasStackTraceContaining("Maybe");
        }
    }

    @Test
    void http_is_taken_on_this_machine() {
        assertThat(bind(given(Map.of("assay.sign-on.issuer", "http://localhost:8180/realms/staff")))
                        .isOn())
                .isTrue();
    }

    private static Map<String, String> given(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "assay.sign-on.issuer", ISSUER,
                "assay.sign-on.client-id", "assay",
                "assay.sign-on.client-secret", "s3cret"));
        settings.putAll(more);
        return settings;
    }

    private static SignOnSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("assay.sign-on", SignOnSettings.class);
    }
}
