package dev.assay.batch;

/** The job is running already, here or in another process on the same database. */
public final class JobBusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Refuses a second run.
     *
     * @param job the job's name
     */
    public JobBusyException(String job) {
        super("The job (%s) is running already on this database.%nMaybe wait until it has ended.".formatted(job));
    }
}
