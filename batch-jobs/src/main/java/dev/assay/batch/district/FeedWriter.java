package dev.assay.batch.district;

import java.io.IOException;
import java.util.List;

/** Writes what one feed says of each business. A writer serves one thread; the businesses come in the order of their index. */
interface FeedWriter {

    /** Writes all rows of a business. */
    void write(MadeUpBusiness business) throws IOException;

    /** The files of the feed, in name order. */
    List<CsvSheet> sheets();
}
