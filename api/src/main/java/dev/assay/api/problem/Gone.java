package dev.assay.api.problem;

/** What was asked for was there, and is not given out any more. */
public final class Gone extends RuntimeException {

    /**
     * Names what is gone.
     *
     * @param message what it was, and what to do on a line of its own
     */
    public Gone(String message) {
        super(message);
    }
}
