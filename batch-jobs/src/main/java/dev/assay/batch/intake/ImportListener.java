package dev.assay.batch.intake;

/** Told how far the import of a file has come, by the thread that imports it. */
public interface ImportListener extends AutoCloseable {

    /** Hears nothing. */
    ImportListener NONE = new ImportListener() {
        @Override
        public void staged(long rows, double share) {
            // nobody asked
        }

        @Override
        public void merging(long rows) {
            // nobody asked
        }
    };

    /**
     * Rows were read and loaded, not yet visible.
     *
     * @param rows how many so far, those that an interrupted import loaded included
     * @param share which share of the file that is, 0 to 1
     */
    void staged(long rows, double share);

    /**
     * All rows are loaded; now they are compared with what stands and made visible.
     *
     * @param rows how many
     */
    void merging(long rows);

    /** The import has ended, one way or another. */
    @Override
    default void close() {}
}
