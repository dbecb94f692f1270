package dev.assay.batch.reading;

/** A file that is refused as a whole. Nothing of it is visible. */
public final class FileRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FileFault fault;

    /**
     * Refuses a file.
     *
     * @param fault why
     * @param message what is wrong with which file
     * @param remedy what to do, beginning with Maybe
     */
    public FileRefusedException(FileFault fault, String message, String remedy) {
        super(message + System.lineSeparator() + remedy);
        this.fault = fault;
    }

    /**
     * Why.
     *
     * @return one of the closed list
     */
    public FileFault fault() {
        return fault;
    }
}
