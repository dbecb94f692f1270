package dev.assay.store.fact;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The rows of one business, few enough to come at once: all over one connection of the pool, taken when the first are asked for. */
final class PooledRows implements CreditFileReader.Asking, AutoCloseable {

    private final DataSource pool;
    private @Nullable Connection taken;

    PooledRows(DataSource pool) {
        this.pool = pool;
    }

    @Override
    public FactRows rows(String sql, List<Object> parameters) {
        try {
            Connection connection = connection();
            PreparedStatement statement = connection.prepareStatement(sql);
            CreditFileReader.bind(statement, parameters);
            return new FactRows(connection, statement.executeQuery(), false);
        } catch (SQLException e) {
            throw new FactReadingException(e);
        }
    }

    private Connection connection() throws SQLException {
        Connection connection = taken == null ? pool.getConnection() : taken;
        taken = connection;
        return connection;
    }

    /** Back into the pool, with the statements closed. */
    @Override
    public void close() {
        if (taken != null) {
            try {
                taken.close();
            } catch (SQLException e) {
                throw new FactReadingException(e);
            }
        }
    }
}
