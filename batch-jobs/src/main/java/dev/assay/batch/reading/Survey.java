package dev.assay.batch.reading;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FileFormat;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is known of a file after it was looked through, before a row of it is taken. Of a table its header is read; JSON and XML have none and
 * are read to their end, so that one that is not well-formed, or lacks a column altogether, is refused before it gets as far as a run.
 *
 * @param charset the encoding of its text; UTF-8 where the format has its own
 * @param numbered whether its rows bear their number instead of their line, because several records stand on one line
 * @param unknownColumns columns that the feed does not know, which are not read
 */
public record Survey(Charset charset, boolean numbered, List<String> unknownColumns) {

    /** Copies the list. */
    public Survey {
        unknownColumns = List.copyOf(unknownColumns);
    }

    /**
     * Looks a file through.
     *
     * @param file the file
     * @param feed its feed
     * @return what there is to know
     * @throws FileRefusedException if it is no file of the feed
     */
    public static Survey of(SourceFile file, FeedDefinition feed) {
        try {
            Survey first = new Survey(charset(file, feed.format()), false, List.of());
            try (FeedRows rows = FeedRows.open(file, feed, first)) {
                return switch (rows) {
                    case TableRows table -> new Survey(first.charset(), false, table.unknownColumns());
                    case PathRows paths -> ofAll(paths, first.charset());
                };
            }
        } catch (IOException e) {
            throw SourceFile.broken(file.path(), e);
        }
    }

    private static Survey ofAll(PathRows rows, Charset charset) throws IOException {
        boolean numbered = false;
        boolean anyRead = false;
        long last = 0;
        for (FeedRow row = rows.next(); row != null; row = rows.next()) {
            numbered |= row.line() <= last;
            anyRead |= row instanceof FeedRow.Good;
            last = row.line();
        }
        if (anyRead) {
            rows.paths().refuseMissing();
        }
        return new Survey(charset, numbered, rows.paths().unknown());
    }

    private static Charset charset(SourceFile file, FileFormat format) throws IOException {
        return switch (format) {
            case FileFormat.Csv csv -> charset(file, csv.encoding());
            case FileFormat.Json json -> charset(file, json.encoding());
            case FileFormat.Xlsx _, FileFormat.Xml _ -> StandardCharsets.UTF_8;
        };
    }

    private static Charset charset(SourceFile file, FileFormat.Encoding encoding) throws IOException {
        return switch (encoding) {
            case UTF_8 -> StandardCharsets.UTF_8;
            case GB18030 -> TextContent.GB18030;
            case ISO_8859_1 -> StandardCharsets.ISO_8859_1;
            case DETECT -> EncodingEvidence.detect(file);
        };
    }
}
