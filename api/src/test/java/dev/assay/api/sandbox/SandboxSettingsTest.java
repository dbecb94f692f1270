package dev.assay.api.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SandboxSettingsTest {

    private static SandboxSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("assay.sandbox", SandboxSettings.class);
    }

    @Test
    void without_properties_a_server_is_no_sandbox_and_names_none() {
        assertThat(bind(Map.of())).isEqualTo(new SandboxSettings(false, null));
    }

    @Test
    void every_setting_has_its_property() {
        assertThat(bind(Map.of("assay.sandbox.on", "true", "assay.sandbox.address", "https://sandbox.example")))
                .isEqualTo(new SandboxSettings(true, URI.create("https://sandbox.example")));
    }

    @Test
    void only_a_sandbox_says_that_it_is_one() throws Exception {
        for (boolean on : new boolean[] {true, false}) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            new SandboxMark(new SandboxSettings(on, null))
                    .doFilter(new MockHttpServletRequest(), response, new MockFilterChain());
            assertThat(response.containsHeader(SandboxMark.HEADER)).isEqualTo(on);
        }
    }
}
