package dev.assay.store.load;

import org.jspecify.annotations.Nullable;

/** Rows could not be loaded, or not as they were given; the transaction that loaded them is to be rolled back. */
public final class BulkLoadException extends RuntimeException {

    /**
     * A failure.
     *
     * @param message what went wrong, and on a second line what to do
     * @param cause the driver's error, or null where the check was our own
     */
    public BulkLoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
