package dev.assay.store.database;

import com.mysql.cj.jdbc.Driver;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * How connections are made: one address, one account, and the driver's properties that everything in the store relies on.
 *
 * @param url the JDBC URL, with the schema
 * @param user the account, or null
 * @param password its password, or null
 */
record Connector(
        String url, @Nullable String user, @Nullable String password) {

    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;

    /** Opens a connection outside every pool, committing each statement. The caller closes it. */
    Connection connect() throws SQLException {
        Properties properties = properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("The driver does not take the address (" + url + ").", "08001");
        }
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return connection;
    }

    /** A pool. It opens its first connection when one is asked for. */
    HikariDataSource pool(String name, int size, boolean localInfile) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setDriverClassName(Driver.class.getName());
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        // Below every usual wait_timeout, so that the server never closes a connection that the pool still counts on.
        config.setMaxLifetime(1_500_000);
        // Range locks of the default level make parallel partitions wait for each other and deadlock.
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        Properties properties = properties();
        if (localInfile) {
            properties.setProperty("allowLoadLocalInfile", "true");
        }
        config.setDataSourceProperties(properties);
        return new HikariDataSource(config);
    }

    private static Properties properties() {
        Properties properties = new Properties();
        // Every DATETIME is UTC, whatever the zone of this machine or of the server.
        properties.setProperty("connectionTimeZone", "UTC");
        properties.setProperty("forceConnectionTimeZoneToSession", "true");
        properties.setProperty("preserveInstants", "true");
        properties.setProperty("connectionCollation", "utf8mb4_bin");
        properties.setProperty("rewriteBatchedStatements", "true");
        // With both, a batch beyond 65,535 parameters breaks the driver.
        properties.setProperty("useServerPrepStmts", "false");
        // What the driver finds out about the text of a statement costs about as much as running a short one.
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("prepStmtCacheSize", "128");
        properties.setProperty("prepStmtCacheSqlLimit", "4096");
        properties.setProperty("cacheServerConfiguration", "true");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_MILLIS));
        // A reader that waits for its writer must not lose its stream: the server's own limit is a minute.
        properties.setProperty("netTimeoutForStreamingResults", "7200");
        // MySQL 8.4 sends caching_sha2_password accounts a key first where the connection is not encrypted.
        properties.setProperty("allowPublicKeyRetrieval", "true");
        return properties;
    }
}
