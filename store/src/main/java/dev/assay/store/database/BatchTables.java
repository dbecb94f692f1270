package dev.assay.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Makes Spring Batch's own tables with the script that its jar carries, so that nothing of it is copied. It has no version, because the
 * store is also opened where Spring Batch is not on the class path; there the tables are simply not made.
 */
final class BatchTables implements JavaMigration {

    private static final String SCRIPT = "org/springframework/batch/core/schema-mysql.sql";

    private final ClassPathResource script;

    private BatchTables(ClassPathResource script) {
        this.script = script;
    }

    /**
     * The migration, where Spring Batch is on the class path.
     *
     * @return it, or empty
     */
    static Optional<JavaMigration> find() {
        ClassPathResource script = new ClassPathResource(SCRIPT);
        return script.exists() ? Optional.of(new BatchTables(script)) : Optional.empty();
    }

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "Spring Batch";
    }

    @Override
    public Integer getChecksum() {
        try {
            CRC32 sum = new CRC32();
            sum.update(script.getContentAsByteArray());
            return (int) sum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean canExecuteInTransaction() {
        return false;
    }

    /** Runs again when a new Spring Batch brings another script; tables that stand are then left as they are. */
    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), null, "BATCH_JOB_INSTANCE", null)) {
            if (tables.next()) {
                return;
            }
        }
        ScriptUtils.executeSqlScript(connection, script);
    }
}
