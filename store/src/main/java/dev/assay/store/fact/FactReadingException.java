package dev.assay.store.fact;

import java.sql.SQLException;

/** Facts could not be read, because the database failed in the middle of it. */
public final class FactReadingException extends RuntimeException {

    /**
     * A failure.
     *
     * @param cause the driver's error
     */
    public FactReadingException(SQLException cause) {
        super(
                "The credit files could not be read: %s%nMaybe the database was stopped; run the same command again."
                        .formatted(cause.getMessage()),
                cause);
    }
}
