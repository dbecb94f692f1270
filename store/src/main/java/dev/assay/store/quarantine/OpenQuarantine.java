package dev.assay.store.quarantine;

import dev.assay.store.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the refused rows of published imports, without holding them in memory. */
public final class OpenQuarantine {

    private static final String ENTRIES = """
            SELECT i.feed, i.file, q.line, q.column_name, q.value, q.reason, q.message
            FROM quarantine q
            JOIN import_run i ON i.run_id = q.run_id AND i.state = 'PUBLISHED'
            ORDER BY q.run_id, q.entry_no
            """;

    private OpenQuarantine() {}

    /**
     * A refusal.
     *
     * @param feed the feed
     * @param file the file's name
     * @param line the row's first line, from 1, the header counted
     * @param column the column at fault, or null where the whole row is
     * @param value its value, or null
     * @param reason the reason's code
     * @param message the reason in a sentence
     */
    public record Row(
            String feed,
            String file,
            long line,
            @Nullable String column,
            @Nullable String value,
            String reason,
            String message) {}

    /**
     * Streams the refusals, oldest import first.
     *
     * @param database the database
     * @param rows receives each refusal
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, Consumer<Row> rows) throws SQLException {
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet r = statement.executeQuery()) {
                while (r.next()) {
                    rows.accept(new Row(
                            r.getString(1),
                            r.getString(2),
                            r.getLong(3),
                            r.getString(4),
                            r.getString(5),
                            r.getString(6),
                            r.getString(7)));
                }
            }
        }
    }
}
