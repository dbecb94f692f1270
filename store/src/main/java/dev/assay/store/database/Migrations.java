package dev.assay.store.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/** Brings a database to the schema of this version. Several processes may do so at once: Flyway lets one after the other. */
final class Migrations {

    private Migrations() {}

    static void run(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .javaMigrations(BatchTables.find().stream().toArray(JavaMigration[]::new))
                // A program without Spring Batch may open a database that has its tables.
                .ignoreMigrationPatterns("repeatable:missing")
                .table("schema_history")
                .load()
                .migrate();
    }
}
