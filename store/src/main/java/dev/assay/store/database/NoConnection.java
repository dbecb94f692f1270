package dev.assay.store.database;

import java.sql.SQLTransientConnectionException;

/** Whether something failed only because no connection to the database became free, or could be made, in time. */
public final class NoConnection {

    private NoConnection() {}

    /**
     * Whether that is why.
     *
     * @param failure what failed
     * @return true where it, or a cause of it, says that no connection became free: the same may work in a moment
     */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }
}
