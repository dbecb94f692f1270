package dev.assay.batch.reading;

/** The rows of a file without a header, whose columns are paths into its records. */
sealed interface PathRows extends FeedRows permits JsonRows, JsonLines, XmlRows {

    /** The paths that its records were seen to have so far. */
    ColumnPaths paths();
}
