package dev.assay.store;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be used. The message is written for the person at the terminal: what is wrong, then on a line of its own what to do;
 * it needs no stack trace beside it.
 */
public final class DatabaseUnavailableException extends RuntimeException {

    /**
     * A failure with its advice.
     *
     * @param problem one sentence: what is wrong, with the value and the place
     * @param advice one sentence that begins with "Maybe": what to do
     * @param cause what made it known, or null where the check was our own
     */
    public DatabaseUnavailableException(String problem, String advice, @Nullable Throwable cause) {
        super(problem + System.lineSeparator() + advice, cause);
    }
}
