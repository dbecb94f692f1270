package dev.assay.api.cli;

/** A job that failed and can be restarted with the same command. */
final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
