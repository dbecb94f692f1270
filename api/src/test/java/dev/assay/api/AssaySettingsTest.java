package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.AssaySettings.DatabaseAddress;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AssaySettingsTest {

    @Test
    void without_settings_the_embedded_database_in_data_and_the_packaged_configuration_are_used() {
        assertThat(bind(Map.of()))
                .isEqualTo(new AssaySettings(Path.of("data"), null, new DatabaseAddress(null, null, null, "assay")));
    }

    @Test
    void every_setting_has_its_property() {
        assertThat(bind(Map.of(
                        "assay.data-dir", "/srv/assay",
                        "assay.config-dir", "/etc/assay",
                        "assay.database.url", "jdbc:mysql://db:3306/assay",
                        "assay.database.user", "assay",
                        "assay.database.password", "secret",
                        "assay.database.schema", "district")))
                .isEqualTo(new AssaySettings(
                        Path.of("/srv/assay"),
                        Path.of("/etc/assay"),
                        new DatabaseAddress("jdbc:mysql://db:3306/assay", "assay", "secret", "district")));
    }

    @Test
    void a_password_is_not_printed() {
        assertThat(bind(Map.of("assay.database.password", "secret")).toString()).doesNotContain("secret");
    }

    private static AssaySettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("assay", AssaySettings.class);
    }
}
