package dev.assay.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.api.access.AccessSettings.Limits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class AccessSettingsTest {

    @Test
    void without_properties_codes_tokens_and_limits_have_their_defaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new AccessSettings(
                        Duration.ofDays(30),
                        Duration.ofHours(24),
                        Duration.ofMinutes(10),
                        Duration.ofDays(7),
                        null,
                        DataSize.ofMegabytes(1),
                        new Limits(6000, 1200, 300, 60, 1000)));
    }

    @Test
    void every_setting_has_its_property() {
        assertThat(bind(Map.of(
                        "assay.access.body", "8KB",
                        "assay.access.invitation", "7d",
                        "assay.access.reset", "1h",
                        "assay.access.token", "5m",
                        "assay.access.overlap", "1d",
                        "assay.access.token-key", "secret")))
                .isEqualTo(new AccessSettings(
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        Duration.ofMinutes(5),
                        Duration.ofDays(1),
                        "secret",
                        DataSize.ofKilobytes(8),
                        new Limits(6000, 1200, 300, 60, 1000)));
    }

    @Test
    void every_limit_has_its_property() {
        assertThat(bind(Map.of(
                                "assay.access.limits.client", "1",
                                "assay.access.limits.account", "2",
                                "assay.access.limits.anonymous", "3",
                                "assay.access.limits.doors", "4",
                                "assay.access.limits.together", "5"))
                        .limits())
                .isEqualTo(new Limits(1, 2, 3, 4, 5));
    }

    @Test
    void a_key_is_not_printed() {
        assertThat(bind(Map.of("assay.access.token-key", "secret")).toString()).doesNotContain("secret");
    }

    @Test
    void a_time_that_is_none_is_refused() {
        assertThatThrownBy(() -> bind(Map.of("assay.access.reset", "0s")))
                .rootCause()
                .hasMessageContaining("Maybe write 30d");
    }

    private static AccessSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("assay.access", AccessSettings.class);
    }
}
