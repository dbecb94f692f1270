package dev.assay.store.load;

import com.mysql.cj.jdbc.JdbcStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One {@code LOAD DATA LOCAL} of rows in memory, and the check that all arrived as they were. */
final class LoadData {

    private LoadData() {}

    /**
     * Sends the rows. They are UTF-8, and so is every text column that they go to; {@code binary} spares the server the search for the end
     * of each character. It checks all the same that a text is well-formed.
     */
    static void send(Connection connection, TableTarget target, EncodedRows rows) throws SQLException {
        String sql = "LOAD DATA LOCAL INFILE 'rows' INTO TABLE %s CHARACTER SET binary (%s)"
                .formatted(target.table(), target.columnList());
        try (Statement statement = connection.createStatement()) {
            JdbcStatement driver = statement.unwrap(JdbcStatement.class);
            // The stream is set before and cleared after: without one, the driver would open the file that a server
            // names.
            driver.setLocalInfileInputStream(rows.stream());
            try {
                long counted = statement.executeLargeUpdate(sql);
                requireAll(target, rows.rows(), counted, statement.getWarnings());
            } finally {
                driver.setLocalInfileInputStream(null);
            }
        }
    }

    private static void requireAll(TableTarget target, long sent, long counted, @Nullable SQLWarning warning) {
        if (counted != sent || warning != null) {
            throw new BulkLoadException(
                    "The load into (%s) sent %d rows, and the server took %d: %s.%nMaybe a row is there already, or a value does not fit its column."
                            .formatted(
                                    target.table(),
                                    sent,
                                    counted,
                                    warning == null ? "no warning" : warning.getMessage()),
                    null);
        }
    }
}
