package dev.assay.api.cli;

import dev.assay.batch.JobBusyException;
import dev.assay.batch.JobFailedException;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.store.DatabaseUnavailableException;
import java.util.Optional;

/** How exceptions become one clear sentence and an exit status. */
final class Failure {

    private Failure() {}

    /** The sentences of a known failure; empty for one that nobody foresaw. */
    static Optional<String> explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isForUsers(cause)) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }

    private static boolean isForUsers(Throwable cause) {
        return cause instanceof IllegalArgumentException
                || cause instanceof DatabaseUnavailableException
                || cause instanceof FaultyConfigException
                || cause instanceof FileRefusedException
                || cause instanceof JobBusyException
                || cause instanceof JobFailedException;
    }

    static int exitStatus(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JobFailedException || cause instanceof JobBusyException) {
                return ExitStatus.JOB_FAILED;
            }
            if (isForUsers(cause)) {
                return ExitStatus.UNUSABLE;
            }
        }
        return ExitStatus.JOB_FAILED;
    }

    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : ": " + root.getMessage());
    }
}
