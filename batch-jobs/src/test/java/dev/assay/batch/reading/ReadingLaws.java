package dev.assay.batch.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.reading.TestFeeds.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds for every file whatsoever: it is refused as a whole, or each of its rows is in exactly one record, in order. */
final class ReadingLaws {

    static final FeedDefinition CSV = TestFeeds.feed("{type: csv, encoding: detect, quote_lines: 5}", "id", "name");
    static final FeedDefinition LINES_OF_CELLS =
            TestFeeds.feed("{type: tsv, encoding: utf-8, quote: none}", "id", "name");
    static final FeedDefinition XLSX = TestFeeds.feed("{type: xlsx}", "id", "name");
    static final FeedDefinition JSON = TestFeeds.feed("{type: json, records: data}", "id", "name", "list");
    static final FeedDefinition JSON_LINES = TestFeeds.feed("{type: json, lines: true}", "id", "name", "list");
    static final FeedDefinition XML = TestFeeds.feed("{type: xml, record: r}", "id", "@a", "name");

    private ReadingLaws() {}

    /** Reads a content by a feed and checks the laws; the rows, or empty where the file is refused. */
    static Optional<Content> hold(byte[] bytes, FeedDefinition feed) {
        Path path = null;
        try {
            path = Files.write(Files.createTempFile("laws", ".bin"), bytes);
            return Optional.of(hold(path, feed));
        } catch (FileRefusedException refused) {
            assertThat(refused.getMessage()).containsPattern("(?s).+\\R(Maybe|Did you mean)");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(path);
        }
    }

    private static Content hold(Path path, FeedDefinition feed) {
        Content content = TestFeeds.read(path, feed);
        List<Long> lines = new ArrayList<>(content.lines());
        content.refusals().forEach(refusal -> lines.add(refusal.line()));
        Collections.sort(lines);
        assertThat(lines).doesNotHaveDuplicates();
        assertThat(content.rows())
                .allMatch(row -> row.cells().size() == feed.columns().size());
        SourceFile file = SourceFile.inspect(path);
        List<Long> mapped = new ArrayList<>();
        try (RecordReader reader = new RecordReader(file, feed, content.survey(), null)) {
            for (MappedRecord record = reader.next(); record != null; record = reader.next()) {
                assertThat(record.isRefused()).isEqualTo(record.facts().isEmpty());
                mapped.add(record.firstLine());
            }
        }
        assertThat(mapped).isEqualTo(lines);
        return content;
    }

    private static void delete(@Nullable Path path) {
        try {
            if (path != null) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
