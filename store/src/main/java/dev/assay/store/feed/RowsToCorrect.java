package dev.assay.store.feed;

import dev.assay.store.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The refused rows of a file as they stood there, to be corrected by hand. */
public final class RowsToCorrect {

    /** Whole records: a record of several rows of which one is bad is refused with all of them. */
    private static final String OPEN = """
            SELECT r.line, r.cells, q.message, q.value
            FROM refused_row r
            LEFT JOIN quarantine q ON q.run_id = r.run_id AND q.line = r.line AND q.closed_as IS NULL
            WHERE r.run_id = ? AND r.record_line IN (
              SELECT o.record_line FROM refused_row o
              JOIN quarantine e ON e.run_id = o.run_id AND e.line = o.line AND e.closed_as IS NULL
              WHERE o.run_id = ?)
            ORDER BY r.line, q.entry_no
            """;

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};

    private RowsToCorrect() {}

    /**
     * A row.
     *
     * @param line its line in the file
     * @param cells its cells by the feed's columns, those left out that are empty; no cells at all where it could not be split
     * @param message what is wrong with it, all its faults; empty for a row that is refused with its record only
     * @param text its text where it could not be split; null otherwise
     */
    public record Row(
            long line,
            Map<String, String> cells,
            String message,
            @Nullable String text) {}

    /**
     * Streams the rows of a file that nobody has dealt with, in the order of the file.
     *
     * @param database the database
     * @param run the import that refused them
     * @param rows receives each row
     * @throws SQLException if the database fails
     */
    public static void stream(Database database, long run, Consumer<Row> rows) throws SQLException {
        try (Connection connection = database.streamingConnection();
                PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            statement.setLong(1, run);
            statement.setLong(2, run);
            try (ResultSet result = statement.executeQuery()) {
                Joined joined = new Joined(rows);
                while (result.next()) {
                    joined.add(result.getLong(1), result.getString(2), result.getString(3), result.getString(4));
                }
                joined.end();
            }
        }
    }

    static Map<String, String> cells(String json) {
        return JSON.readValue(json, CELLS);
    }

    /** Joins the faults of a row. */
    private static final class Joined {

        private final Consumer<Row> rows;
        private final Set<String> messages = new LinkedHashSet<>();
        private long line = -1;
        private String cells = "{}";
        private @Nullable String value;

        Joined(Consumer<Row> rows) {
            this.rows = rows;
        }

        void add(long nextLine, String nextCells, @Nullable String message, @Nullable String nextValue) {
            if (nextLine != line) {
                end();
                line = nextLine;
                cells = nextCells;
                value = nextValue;
            }
            if (message != null) {
                messages.add(message.lines().findFirst().orElse(""));
            }
        }

        void end() {
            if (line < 0) {
                return;
            }
            Map<String, String> read = cells(cells);
            rows.accept(new Row(line, read, String.join(" ", messages), read.isEmpty() ? value : null));
            messages.clear();
        }
    }
}
