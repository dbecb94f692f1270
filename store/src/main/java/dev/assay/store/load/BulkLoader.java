package dev.assay.store.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads rows with {@code LOAD DATA LOCAL} from memory, several times as fast as inserts. Where a server forbids it, it inserts many rows at a
 * time instead and says so once.
 *
 * <p>{@code LOAD DATA} turns bad values and duplicates into silence, so the loader fails unless every row sent was counted and none raised a
 * warning. Safe for use by many threads.
 */
public final class BulkLoader {

    private static final Logger LOG = LoggerFactory.getLogger(BulkLoader.class);

    /** Error numbers of servers and driver that say "not with LOCAL": MySQL 3948 and 3950, MariaDB 4166, both 1148. */
    private static final Set<Integer> FORBIDDEN = Set.of(1148, 3948, 3950, 4166);

    private final DataSource dataSource;
    private final AtomicBoolean forbidden = new AtomicBoolean();

    /**
     * A loader.
     *
     * @param dataSource a pool whose connections may send local files
     */
    public BulkLoader(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Loads rows in one transaction of its own: all of them, or none.
     *
     * @param target where to
     * @param rows writes the rows into the sink; called once
     * @return the number of rows
     * @throws BulkLoadException if a row cannot be loaded exactly as it is
     */
    public long load(TableTarget target, Consumer<RowSink> rows) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long count = load(connection, target, rows);
                connection.commit();
                return count;
            } catch (RuntimeException failure) {
                connection.rollback();
                throw failure;
            }
        } catch (SQLException e) {
            throw failure(target, e);
        }
    }

    /**
     * Loads rows in the transaction of a connection, which the caller commits, or rolls back after a failure.
     *
     * @param connection a connection of the loader's pool; one of another pool loads too, by inserts
     * @param target where to
     * @param rows writes the rows into the sink; called once
     * @return the number of rows
     * @throws BulkLoadException if a row cannot be loaded exactly as it is
     */
    public long load(Connection connection, TableTarget target, Consumer<RowSink> rows) {
        Load load = new Load(connection, target);
        rows.accept(load.rows);
        if (load.rows.isInsideRow()) {
            throw new IllegalStateException(
                    "The last row of the load into (%s) was not ended.%nMaybe call end() after its last cell."
                            .formatted(target.table()));
        }
        load.send();
        return load.sent;
    }

    /** One call's rows on their way. */
    private final class Load {

        private final Connection connection;
        private final TableTarget target;
        private final EncodedRows rows;
        private long sent;

        private Load(Connection connection, TableTarget target) {
            this.connection = connection;
            this.target = target;
            this.rows = new EncodedRows(target.columns().size(), this::send);
        }

        private void send() {
            if (rows.rows() == 0) {
                return;
            }
            try {
                sendBothWays();
            } catch (SQLException e) {
                throw failure(target, e);
            }
            sent += rows.rows();
            rows.clear();
        }

        private void sendBothWays() throws SQLException {
            if (!forbidden.get()) {
                try {
                    LoadData.send(connection, target, rows);
                    return;
                } catch (SQLException e) {
                    if (!FORBIDDEN.contains(e.getErrorCode())) {
                        throw e;
                    }
                    announce(e);
                }
            }
            MultiRowInsert.send(connection, target, rows);
        }
    }

    private void announce(SQLException reason) {
        if (forbidden.compareAndSet(false, true)) {
            LOG.warn(
                    "The server forbids LOAD DATA LOCAL ({}); rows are inserted in batches instead, which takes several times as long.\n"
                            + "Maybe set local_infile=1 on the server.",
                    reason.getMessage());
        }
    }

    private static BulkLoadException failure(TableTarget target, SQLException cause) {
        return new BulkLoadException(
                "Rows could not be loaded into (%s): %s%nMaybe a value is too long for its column, or a row is there already."
                        .formatted(target.table(), cause.getMessage()),
                cause);
    }
}
