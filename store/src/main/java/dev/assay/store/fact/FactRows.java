package dev.assay.store.fact;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Facts as a statement streams them, in the order of the business keys.
 *
 * @param connection its own connection
 * @param rows the rows
 */
record FactRows(Connection connection, ResultSet rows) implements AutoCloseable {

    /** Ends the reading; what was not read is not sent either. */
    @Override
    public void close() {
        abort(connection);
    }

    /** Closing a streaming result in good order would first read the rest of it. */
    static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            // The connection is closed, which is all that was wanted.
        }
    }
}
