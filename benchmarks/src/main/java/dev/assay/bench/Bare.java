package dev.assay.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import dev.assay.store.database.Database;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The limits that the jobs are held against: what the server and its driver do with the same rows and nothing else. */
record Bare(Database database, Path folder) {

    /** Writes a table's rows as LOAD DATA reads them. */
    Path prepare(String table) throws SQLException, IOException {
        Path file = folder.resolve(table + ".tsv");
        try (Connection connection = database.streamingConnection();
                Statement statement = connection.createStatement();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    out.write(line(rows, columns).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return file;
    }

    private static String line(ResultSet rows, int columns) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
            String cell = rows.getString(i);
            line.append(i == 1 ? "" : "\t")
                    .append(
                            cell == null
                                    ? "\\N"
                                    : cell.replace("\\", "\\\\")
                                            .replace("\t", "\\t")
                                            .replace("\n", "\\n"));
        }
        return line.append('\n').toString();
    }

    /** Seconds that a bare LOAD DATA LOCAL of prepared rows takes, into an empty table of the same shape. */
    double load(String table, Path prepared) throws SQLException, IOException {
        try (Connection connection = database.loaderDataSource().getConnection();
                Statement statement = connection.createStatement();
                InputStream rows = Files.newInputStream(prepared)) {
            connection.setAutoCommit(true);
            statement.execute("DROP TABLE IF EXISTS bare_" + table);
            statement.execute("CREATE TABLE bare_" + table + " LIKE " + table);
            statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(rows);
            long start = System.nanoTime();
            statement.execute("LOAD DATA LOCAL INFILE 'rows' INTO TABLE bare_" + table + " CHARACTER SET utf8mb4");
            return seconds(start);
        }
    }

    /** Seconds that it takes to stream the facts that a full run reads, looking at every cell. */
    double stream() throws SQLException {
        long start = System.nanoTime();
        long bytes = 0;
        try (Connection connection = database.streamingConnection();
                Statement statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet rows = statement.executeQuery("""
                    SELECT b.business_key, b.scheme, b.identity, f.fact_id, f.kind, f.licence, f.occurred_on, f.known_on,
                           f.recorded_at, f.feed, f.run_id, f.line, f.content
                    FROM business b JOIN fact f ON f.business_key = b.business_key
                    WHERE f.superseded_at IS NULL ORDER BY b.business_key
                    """)) {
                while (rows.next()) {
                    for (int i = 1; i <= 13; i++) {
                        byte[] cell = rows.getBytes(i);
                        bytes += cell == null ? 0 : cell.length;
                    }
                }
            }
        }
        if (bytes == 0) {
            throw new IllegalStateException("There are no facts to stream.");
        }
        return seconds(start);
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
