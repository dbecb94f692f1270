package dev.assay.batch.rate;

import dev.assay.store.fact.StoredCreditFile;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Streams the credit files of one range of the business key, and begins behind the last business whose ratings were committed.
 */
class CreditFileItemReader implements ItemStreamReader<StoredCreditFile> {

    private static final String LAST_KEY = "lastBusinessKey";

    /** Opens the files of a range. */
    @FunctionalInterface
    interface Opening {

        /**
         * Opens the files.
         *
         * @param firstKey the first business that may be read
         * @return the files in key order; closed by the reader if it can be
         */
        Iterator<StoredCreditFile> from(long firstKey);
    }

    /** What must be undone before a range is read again. */
    @FunctionalInterface
    interface Dropping {

        /**
         * Drops what was staged for businesses behind a key.
         *
         * @param lastKey the last business that was committed
         */
        void after(long lastKey);
    }

    private final Opening opening;
    private final Dropping dropping;
    private long lastKey;
    private @Nullable Iterator<StoredCreditFile> files;

    CreditFileItemReader(long firstKey, Opening opening, Dropping dropping) {
        this.lastKey = firstKey - 1;
        this.opening = opening;
        this.dropping = dropping;
    }

    @Override
    public void open(ExecutionContext context) {
        if (context.containsKey(LAST_KEY)) {
            lastKey = context.getLong(LAST_KEY);
        }
        // The loader commits on its own connection, before the chunk: what it wrote behind the last chunk is written
        // again.
        dropping.after(lastKey);
        files = opening.from(lastKey + 1);
    }

    @Override
    public @Nullable StoredCreditFile read() {
        if (files == null || !files.hasNext()) {
            return null;
        }
        StoredCreditFile file = files.next();
        lastKey = file.businessKey();
        return file;
    }

    @Override
    public void update(ExecutionContext context) {
        context.putLong(LAST_KEY, lastKey);
    }

    @Override
    public void close() {
        if (files instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("The reading of credit files could not be ended.", e);
            }
        }
        files = null;
    }
}
