package dev.assay.batch;

import org.jspecify.annotations.Nullable;

/** A job that did not reach its end. The same command takes it up where it stopped. */
public final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param message what happened and what to do, for users
     * @param cause what the job failed of, or null if it was stopped
     */
    public JobFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
