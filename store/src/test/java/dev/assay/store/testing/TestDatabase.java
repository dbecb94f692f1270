package dev.assay.store.testing;

import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;

/**
 * A database that lives as long as a test.
 *
 * @param database the open database
 * @param settings with which it can be opened again beside it
 * @param schema its schema
 */
public record TestDatabase(Database database, DatabaseSettings settings, String schema) implements AutoCloseable {

    static TestDatabase open(DatabaseSettings settings, String schema) {
        return new TestDatabase(Database.open(settings), settings, schema);
    }

    /** Drops the database. */
    @Override
    public void close() {
        database.dsl().execute("DROP DATABASE IF EXISTS " + schema);
        database.close();
    }
}
