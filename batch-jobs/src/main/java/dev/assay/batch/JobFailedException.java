package dev.assay.batch;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;

/** A job that did not complete. Launched again with the same parameters it goes on where it stopped. */
public final class JobFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Reports a job.
     *
     * @param job the job's name
     * @param status in what state it ended
     * @param cause its first failure, or null where there is none, as after a stop
     */
    public JobFailedException(String job, BatchStatus status, @Nullable Throwable cause) {
        super(
                "The job (%s) ended as %s%s.%nMaybe run the same command again: it goes on where it stopped."
                        .formatted(job, status, cause == null ? "" : ": " + firstLine(cause)),
                cause);
    }

    private static String firstLine(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        return message.lines()
                .findFirst()
                .map(line -> line.endsWith(".") ? line.substring(0, line.length() - 1) : line)
                .orElse(cause.getClass().getSimpleName());
    }
}
