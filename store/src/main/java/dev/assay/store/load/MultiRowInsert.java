package dev.assay.store.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** The same rows by inserts of many rows each. A strict server refuses what it cannot keep as it is, so nothing is to be counted. */
final class MultiRowInsert {

    private static final int ROWS_AT_A_TIME = 1000;

    private final PreparedStatement statement;
    private final EncodedRows rows;
    private final ByteArrayOutputStream cell = new ByteArrayOutputStream();
    private int position;

    private MultiRowInsert(PreparedStatement statement, EncodedRows rows) {
        this.statement = statement;
        this.rows = rows;
    }

    static void send(Connection connection, TableTarget target, EncodedRows rows) throws SQLException {
        String sql = "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        target.table(),
                        target.columnList(),
                        String.join(", ", Collections.nCopies(target.columns().size(), "?")));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            new MultiRowInsert(statement, rows).send(target.columns().size());
        }
    }

    private void send(int columns) throws SQLException {
        for (long row = 1; row <= rows.rows(); row++) {
            for (int column = 1; column <= columns; column++) {
                bindNext(column);
            }
            statement.addBatch();
            if (row % ROWS_AT_A_TIME == 0 || row == rows.rows()) {
                statement.executeBatch();
            }
        }
    }

    /** Binds the next cell and steps over it. The server makes numbers and days of texts as exactly as LOAD DATA does. */
    private void bindNext(int column) throws SQLException {
        byte[] bytes = rows.bytes();
        cell.reset();
        boolean none = false;
        while (bytes[position] != '\t' && bytes[position] != '\n') {
            if (bytes[position] == '\\') {
                none |= bytes[position + 1] == 'N';
                cell.write(unescaped(bytes[position + 1]));
                position += 2;
            } else {
                cell.write(bytes[position++]);
            }
        }
        position++;
        statement.setString(column, none ? null : cell.toString(StandardCharsets.UTF_8));
    }

    private static byte unescaped(byte letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case '0' -> 0;
            default -> letter;
        };
    }
}
