package dev.assay.store.testing;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import java.util.function.BiConsumer;

/**
 * A database that lives as long as a test.
 *
 * @param database the open database
 * @param settings with which it can be opened again beside it
 * @param schema its schema
 * @param end what becomes of the schema in the end; it closes the database
 */
public record TestDatabase(
        Database database, DatabaseSettings settings, String schema, BiConsumer<Database, String> end)
        implements AutoCloseable {

    /** Gives the database back. */
    @Override
    public void close() {
        end.accept(database, schema);
    }
}
