package dev.assay.api;

import dev.assay.store.database.DatabaseSettings;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the server finds its data and its configuration.
 *
 * @param dataDir the folder of the embedded database and of working files
 * @param configDir a folder whose files take the place of packaged configuration; null for the packaged one alone
 * @param database the database
 */
@ConfigurationProperties("assay")
public record AssaySettings(
        @DefaultValue("data") Path dataDir,
        @Nullable Path configDir,
        @DefaultValue DatabaseAddress database) {

    /**
     * Which database: a server, or else the embedded one.
     *
     * @param url JDBC address, {@code jdbc:mysql://HOST:PORT/SCHEMA}; null for the embedded database
     * @param user the account; null for the one that the address names
     * @param password its password; null for none
     * @param schema the schema within the embedded database
     */
    public record DatabaseAddress(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue(DatabaseSettings.DEFAULT_SCHEMA) String schema) {

        /** Leaves the password out, because settings are printed. */
        @Override
        public String toString() {
            return "DatabaseAddress[url=" + url + ", user=" + user + ", schema=" + schema + "]";
        }
    }
}
