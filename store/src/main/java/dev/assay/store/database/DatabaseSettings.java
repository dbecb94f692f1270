package dev.assay.store.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Which database to use: the embedded one of a data directory, or a server.
 *
 * @param dataDirectory the data directory; the embedded database lives in its folder {@code db}
 * @param url {@code jdbc:mysql://HOST:PORT/DATABASE} of a server, or null for the embedded database
 * @param user the server's account, or null for the one that the URL names; the embedded database has its own
 * @param password the account's password, or null for none
 * @param schema the schema in the embedded database, made where it is missing; a server's stands in its URL
 */
public record DatabaseSettings(
        Path dataDirectory,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        String schema) {

    /** The embedded schema unless another is named. */
    public static final String DEFAULT_SCHEMA = "assay";

    /**
     * Checks the schema's name, which is written into statements.
     *
     * @throws IllegalArgumentException if it is not 1 to 64 lower-case letters, digits and underscores
     */
    public DatabaseSettings {
        if (!schema.matches("[a-z0-9_]{1,64}")) {
            throw new IllegalArgumentException(
                    "The schema (%s) is not 1 to 64 lower-case letters, digits and underscores.%nMaybe use %s."
                            .formatted(schema, DEFAULT_SCHEMA));
        }
    }

    /**
     * The embedded database of a data directory.
     *
     * @param dataDirectory the directory; made where it is missing
     * @return the settings
     */
    public static DatabaseSettings embedded(Path dataDirectory) {
        return new DatabaseSettings(dataDirectory, null, null, null, DEFAULT_SCHEMA);
    }

    /**
     * A database on a server.
     *
     * @param dataDirectory where working files go
     * @param url {@code jdbc:mysql://HOST:PORT/DATABASE}
     * @param user the account, or null for the one that the URL names
     * @param password its password, or null for none
     * @return the settings
     */
    public static DatabaseSettings server(
            Path dataDirectory, String url, @Nullable String user, @Nullable String password) {
        return new DatabaseSettings(dataDirectory, url, user, password, DEFAULT_SCHEMA);
    }

    /**
     * The same with another schema of the embedded database.
     *
     * @param name the schema
     * @return the settings
     */
    public DatabaseSettings withSchema(String name) {
        return new DatabaseSettings(dataDirectory, url, user, password, name);
    }

    /** Leaves out all that may hold a password, for this is printed in messages and logs. */
    @Override
    public String toString() {
        return url == null
                ? "the embedded database in " + dataDirectory
                : url.replaceFirst("[?].*", "").replaceFirst("//[^/]*@", "//");
    }
}
