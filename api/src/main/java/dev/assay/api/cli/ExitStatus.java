package dev.assay.api.cli;

/** The exit statuses of every command. */
final class ExitStatus {

    /** Done. */
    static final int DONE = 0;

    /** Done, but rows were refused, a full state waits, or a check failed; the command says how many. */
    static final int DONE_WITH_REFUSALS = 1;

    /** Unusable arguments or files. */
    static final int UNUSABLE = 2;

    /** The job failed and can be restarted with the same command. */
    static final int JOB_FAILED = 3;

    private ExitStatus() {}
}
