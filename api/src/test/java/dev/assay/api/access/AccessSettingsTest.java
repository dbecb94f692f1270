package dev.assay.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccessSettingsTest {

    @Test
    void without_properties_a_code_is_good_for_thirty_days_and_one_for_a_password_for_one() {
        assertThat(bind(Map.of())).isEqualTo(new AccessSettings(Duration.ofDays(30), Duration.ofHours(24)));
    }

    @Test
    void every_setting_has_its_property() {
        assertThat(bind(Map.of("assay.access.invitation", "7d", "assay.access.reset", "1h")))
                .isEqualTo(new AccessSettings(Duration.ofDays(7), Duration.ofHours(1)));
    }

    @Test
    void a_time_that_is_none_is_refused() {
        assertThatThrownBy(() -> new AccessSettings(Duration.ofDays(1), Duration.ZERO))
                .hasMessageContaining("Maybe write 30d");
    }

    private static AccessSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("assay.access", AccessSettings.class);
    }
}
