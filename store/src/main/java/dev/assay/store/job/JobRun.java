package dev.assay.store.job;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a batch job.
 *
 * @param id number of the execution
 * @param job the job's name
 * @param status its status, such as {@code COMPLETED}
 * @param startedAt when it started; null while it waits
 * @param endedAt when it ended; null while it runs
 * @param read items that its steps read
 * @param written items that its steps wrote
 * @param message first line of why it failed; empty where it did not
 */
public record JobRun(
        long id,
        String job,
        String status,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        long read,
        long written,
        String message) {

    /**
     * Whether it did all its work.
     *
     * @return true if it ended without a failure and was not stopped
     */
    public boolean isComplete() {
        return status.equals("COMPLETED");
    }

    /**
     * How long it ran.
     *
     * @return the time between start and end; null while it has not ended
     */
    public @Nullable Duration duration() {
        return startedAt == null || endedAt == null ? null : Duration.between(startedAt, endedAt);
    }
}
