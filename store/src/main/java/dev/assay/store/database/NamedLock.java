package dev.assay.store.database;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A lock that all processes on one database share, such as the one that keeps two runs of a job apart. The server frees it when the
 * process that holds it ends, however it ends.
 */
public final class NamedLock implements AutoCloseable {

    private static final int LONGEST_NAME = 64;

    private final Connection connection;

    private NamedLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock if it is free, and does not wait.
     *
     * @param database the database
     * @param name the lock's name within the database, of any length
     * @return the lock, to be closed by the caller; empty if somebody holds it
     * @throws dev.assay.store.DatabaseUnavailableException if the database cannot be asked
     */
    public static Optional<NamedLock> tryAcquire(Database database, String name) {
        NamedLock lock = new NamedLock(database.streamingConnection());
        try {
            if (isGranted(lock.connection, name)) {
                return Optional.of(lock);
            }
            lock.close();
            return Optional.empty();
        } catch (SQLException e) {
            lock.close();
            throw Failures.explain(database.toString(), e);
        }
    }

    private static boolean isGranted(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A lock lives as long as its idle connection; a year is the longest that servers allow.
            statement.execute("SET SESSION wait_timeout = 31536000");
        }
        try (PreparedStatement statement = connection.prepareStatement("SELECT GET_LOCK(?, 0)")) {
            statement.setString(1, serverName(connection.getCatalog(), name));
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getInt(1) == 1;
            }
        }
    }

    /** Lock names are the whole server's and have at most 64 characters, so a longer one is told by its digest. */
    static String serverName(String schema, String name) {
        String full = "assay." + schema + "." + name;
        return full.length() <= LONGEST_NAME
                ? full
                : full.substring(0, 24) + digest(full).substring(0, 40);
    }

    private static String digest(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Frees the lock. If the connection was lost, the server has freed it already. */
    @Override
    public void close() {
        // A closed connection frees its lock a moment later; whoever asks next may be faster.
        try (Connection _ = connection;
                Statement statement = connection.createStatement()) {
            statement.execute("DO RELEASE_ALL_LOCKS()");
        } catch (SQLException lost) {
            // The lock ended with the connection.
        }
    }
}
