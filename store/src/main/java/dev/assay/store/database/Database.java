package dev.assay.store.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.assay.store.DatabaseUnavailableException;
import dev.assay.store.embedded.EmbeddedServer;
import dev.assay.store.load.BulkLoader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * An open database with the schema of this version. Safe for use by many threads. Closing it closes its connections; the embedded server
 * stops when the last process that uses its directory has closed it or ended.
 */
public final class Database implements AutoCloseable {

    /**
     * The embedded server listens on this machine's own address alone, so nobody but its administrator can listen in. What its TLS, which is
     * written in plain C, takes to decrypt is more than half of the time in which it loads rows.
     */
    private static final String UNENCRYPTED = "?sslMode=DISABLED";

    /** Connections for readers, writers and the job repository of all partitions together. */
    private static final int POOL_SIZE = 24;

    private static final int LOADER_POOL_SIZE = 8;

    private final String title;
    private final Connector connector;
    private final @Nullable EmbeddedServer server;
    private final ServerVersion version;
    private final HikariDataSource dataSource;
    private final HikariDataSource loaderDataSource;
    private final DSLContext dsl;
    private final BulkLoader loader;

    private Database(String title, Connector connector, @Nullable EmbeddedServer server, ServerVersion version) {
        this.title = title;
        this.connector = connector;
        this.server = server;
        this.version = version;
        this.dataSource = connector.pool("assay", POOL_SIZE, false);
        this.loaderDataSource = connector.pool("assay-loader", LOADER_POOL_SIZE, true);
        // Fetching warnings after each statement breaks streaming, and costs a round trip.
        this.dsl = DSL.using(
                new TransactionAwareDataSourceProxy(dataSource),
                version.dialect(),
                new Settings()
                        .withFetchWarnings(false)
                        .withExecuteLogging(false)
                        .withRenderSchema(false)
                        .withStatementType(version.statementType()));
        this.loader = new BulkLoader(loaderDataSource);
    }

    /**
     * Opens a database: starts the embedded server or attaches to it, or connects to the server of the settings; checks its version;
     * brings its schema up to date; makes sure that it takes writes.
     *
     * @param settings which database
     * @return the open database; the caller closes it
     * @throws DatabaseUnavailableException if it cannot be used, with the reason and what to do
     */
    public static Database open(DatabaseSettings settings) {
        String url = settings.url();
        if (url == null) {
            return openEmbedded(settings);
        }
        if (!url.startsWith("jdbc:mysql:")) {
            throw new DatabaseUnavailableException(
                    "The database address (%s) does not begin with jdbc:mysql:.".formatted(url),
                    "Maybe write jdbc:mysql://HOST:3306/DATABASE, also for MariaDB.",
                    null);
        }
        return open(settings.toString(), new Connector(url, settings.user(), settings.password()), null);
    }

    private static Database openEmbedded(DatabaseSettings settings) {
        EmbeddedServer server = EmbeddedServer.open(settings.dataDirectory());
        try {
            String address = "jdbc:mysql://127.0.0.1:%d/".formatted(server.port());
            createSchema(settings, new Connector(address + UNENCRYPTED, server.user(), server.password()));
            return open(
                    settings.toString(),
                    new Connector(address + settings.schema() + UNENCRYPTED, server.user(), server.password()),
                    server);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    private static void createSchema(DatabaseSettings settings, Connector connector) {
        try (Connection connection = connector.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + settings.schema()
                    + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        } catch (SQLException e) {
            throw Failures.explain(settings.toString(), e);
        }
    }

    private static Database open(String title, Connector connector, @Nullable EmbeddedServer server) {
        Database database = new Database(title, connector, server, readVersion(title, connector));
        try {
            Migrations.run(database.dataSource);
            database.requireWritable();
            return database;
        } catch (FlywayException | SQLException failure) {
            database.closePools();
            throw Failures.explain(title, failure);
        } catch (RuntimeException failure) {
            database.closePools();
            throw failure;
        }
    }

    private static ServerVersion readVersion(String title, Connector connector) {
        try (Connection connection = connector.connect();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT VERSION()")) {
            answer.next();
            return ServerVersion.parse(answer.getString(1)).requireSupported();
        } catch (SQLException e) {
            throw Failures.explain(title, e);
        }
    }

    /** A statement that changes nothing, and that a read-only server refuses all the same. */
    private void requireWritable() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM import_run WHERE 1 = 0");
        }
    }

    /**
     * The pool for everything but bulk loading.
     *
     * @return the pool; not to be closed by the caller
     */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * The pool whose connections may send rows with {@code LOAD DATA LOCAL}; only the bulk loader uses it.
     *
     * @return the pool; not to be closed by the caller
     */
    public DataSource loaderDataSource() {
        return loaderDataSource;
    }

    /**
     * The loader of this database.
     *
     * @return the loader, for all threads
     */
    public BulkLoader loader() {
        return loader;
    }

    /**
     * jOOQ on {@link #dataSource()}; inside a Spring transaction on that data source it uses the transaction's connection.
     *
     * @return the context, for all threads
     */
    public DSLContext dsl() {
        return dsl;
    }

    /**
     * A connection of its own outside the pools, for a result that is streamed for long or a lock that is held for long.
     *
     * @return the connection, committing each statement; the caller closes it
     * @throws DatabaseUnavailableException if there is none to be had
     */
    public Connection streamingConnection() {
        try {
            return connector.connect();
        } catch (SQLException e) {
            throw Failures.explain(title, e);
        }
    }

    /**
     * The server's product and version, for people.
     *
     * @return such as {@code MariaDB 11.4.5-MariaDB}
     */
    public String version() {
        return version.product().title() + " " + version.text();
    }

    @Override
    public void close() {
        closePools();
        if (server != null) {
            server.close();
        }
    }

    private void closePools() {
        loaderDataSource.close();
        dataSource.close();
    }

    /** What the database is called in messages. */
    @Override
    public String toString() {
        return title;
    }
}
