package dev.assay.batch.reading;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FileFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The rows of a feed's file in the order of the feed's columns. Each format has its own. */
sealed interface FeedRows extends AutoCloseable permits TableRows, PathRows {

    /**
     * The next row; null at the end.
     *
     * @throws IOException if the file cannot be read on
     * @throws FileRefusedException if it turns out to be no file of its feed
     */
    @Nullable
    FeedRow next() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * Opens a file that was looked through.
     *
     * @throws IOException if it cannot be opened
     * @throws FileRefusedException if it is no file of its feed
     */
    static FeedRows open(SourceFile file, FeedDefinition feed, Survey survey) throws IOException {
        return switch (feed.format()) {
            case FileFormat.Csv csv -> TableRows.of(CsvRows.open(file, csv, survey.charset()), file, feed);
            case FileFormat.Xlsx xlsx -> TableRows.of(WorkbookRows.open(file, xlsx), file, feed);
            case FileFormat.Json json ->
                json.lines()
                        ? JsonLines.open(file, json, new ColumnPaths(feed, '.', file), survey.charset())
                        : JsonRows.open(file, json, new ColumnPaths(feed, '.', file), survey);
            case FileFormat.Xml xml -> XmlRows.open(file, xml, new ColumnPaths(feed, '/', file), survey);
        };
    }
}
