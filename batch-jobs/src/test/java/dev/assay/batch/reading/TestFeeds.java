package dev.assay.batch.reading;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedParser;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.SourceRow;
import dev.assay.model.config.ConfigFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small feeds of any format, and what the rows of their files are. */
final class TestFeeds {

    private TestFeeds() {}

    /** A feed whose required columns are given; the first is the key. */
    static FeedDefinition feed(String format, String... columns) {
        return feedWith(format, "", columns);
    }

    static FeedDefinition feedWith(String format, String more, String... columns) {
        List<String> quoted = List.of(columns).stream().map(c -> "'" + c + "'").toList();
        return FeedParser.parse(new ConfigFile("small.yaml", """
                feed: small
                title: {zh: 小, en: Small}
                format: %s
                state: delta
                columns: %s
                %s
                business:
                  - {scheme: uscc, column: %s, creates: true}
                facts:
                  - kind: business
                    key: [%s]
                    fields: {name: %s}
                """.formatted(
                        format, quoted, more, quoted.getFirst(), quoted.getFirst(), quoted.getLast())));
    }

    /** What a file was read as. */
    record Content(Survey survey, List<SourceRow> rows, List<Refusal> refusals) {

        List<List<String>> cells() {
            return rows.stream().map(SourceRow::cells).toList();
        }

        List<Long> lines() {
            return rows.stream().map(SourceRow::line).toList();
        }
    }

    static Content read(Path path, FeedDefinition feed) {
        SourceFile file = SourceFile.inspect(path);
        Survey survey = Survey.of(file, feed);
        List<SourceRow> rows = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        try (FeedRows source = FeedRows.open(file, feed, survey)) {
            for (FeedRow row = source.next(); row != null; row = source.next()) {
                switch (row) {
                    case FeedRow.Good(SourceRow good) -> rows.add(good);
                    case FeedRow.Bad bad -> refusals.add(bad.refusal());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(survey, rows, refusals);
    }
}
