package dev.assay.api.sandbox;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether this server is a sandbox, and where one is.
 *
 * @param on whether all data of this server are made up, as every page and answer then says
 * @param address where the sandbox beside this server is, for the description of the API; null for none
 */
@ConfigurationProperties("assay.sandbox")
public record SandboxSettings(
        @DefaultValue("false") boolean on, @Nullable URI address) {}
