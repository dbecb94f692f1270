package dev.assay.store.database;

import dev.assay.store.DatabaseUnavailableException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a driver's error means to the person at the terminal. Error numbers are those of MySQL and MariaDB. */
final class Failures {

    private Failures() {}

    /**
     * The failure in one clear sentence and its advice.
     *
     * @param where the database, as the settings print it
     * @param failure what was thrown; the first SQL error among its causes counts
     * @return the exception to throw
     */
    static DatabaseUnavailableException explain(String where, Throwable failure) {
        SQLException error = findSqlError(failure);
        if (error == null) {
            return of("The database (%s) cannot be used: %s".formatted(where, failure.getMessage()), GENERAL, failure);
        }
        return switch (error.getErrorCode()) {
            case 1045, 1698 ->
                of(
                        "The database (%s) refuses the user name or the password.".formatted(where),
                        "Maybe set ASSAY_DB_USER and ASSAY_DB_PASSWORD.",
                        failure);
            case 1049 ->
                of(
                        "The server has no database of the name in the address (%s).".formatted(where),
                        "Maybe create it: CREATE DATABASE assay CHARACTER SET utf8mb4 COLLATE utf8mb4_bin.",
                        failure);
            case 1044, 1142, 1143, 1227, 1370 ->
                of(
                        "The account lacks a right on the database (%s): %s".formatted(where, error.getMessage()),
                        "Maybe grant it ALL PRIVILEGES on that database; Assay makes its own tables.",
                        failure);
            case 1290, 1792, 1836, 3989 ->
                of(
                        "The database (%s) is read-only.".formatted(where),
                        "Maybe the address is that of a replica; use the server that takes writes.",
                        failure);
            case 3, 1021, 1030, 1114 ->
                of(
                        "The database (%s) has no room left to write: %s".formatted(where, error.getMessage()),
                        "Maybe its disk is full; make room and run the same command again.",
                        failure);
            case 1040, 1203, 1226 ->
                of(
                        "The database (%s) takes no more connections.".formatted(where),
                        "Maybe raise max_connections, or stop another program that uses it.",
                        failure);
            default -> byState(where, error, failure);
        };
    }

    private static final String GENERAL = "Maybe the server's own log says more.";

    private static DatabaseUnavailableException byState(String where, SQLException error, Throwable failure) {
        String state = error.getSQLState();
        if (state != null && state.startsWith("08")) {
            return of(
                    "The database (%s) cannot be reached.".formatted(where),
                    "Maybe the server is not running, or host and port are wrong; leave --database out for the embedded database.",
                    failure);
        }
        return of("The database (%s) cannot be used: %s".formatted(where, error.getMessage()), GENERAL, failure);
    }

    private static DatabaseUnavailableException of(String problem, String advice, Throwable cause) {
        return new DatabaseUnavailableException(problem, advice, cause);
    }

    private static @Nullable SQLException findSqlError(Throwable failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof SQLException error) {
                return error;
            }
            cause = cause.getCause();
        }
        return null;
    }
}
