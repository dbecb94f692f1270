package dev.assay.store.fact;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Facts as a statement gives them, in the order of the business keys.
 *
 * @param connection the connection over which they come
 * @param rows the rows
 * @param streamed whether the connection is theirs alone and ends with them; else it is another's to close
 */
record FactRows(Connection connection, ResultSet rows, boolean streamed) implements AutoCloseable {

    /** Ends the reading; of a stream, what was not read is not sent either. */
    @Override
    public void close() {
        if (streamed) {
            abort(connection);
        }
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
