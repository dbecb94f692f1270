package dev.assay.batch.reading;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, from its header on. */
interface SheetRows extends AutoCloseable {

    /**
     * The next row that is not blank; null at the end.
     *
     * @throws IOException if the file cannot be read on
     */
    @Nullable
    SheetRow next() throws IOException;

    @Override
    void close() throws IOException;
}
