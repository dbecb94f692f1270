package dev.assay.batch.feed;

import dev.assay.model.config.ConfigFiles;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Rows of the packaged feeds, by column name. */
final class PackagedFeeds {

    private PackagedFeeds() {}

    static FeedDefinition feed(String id) {
        return new FeedDefinitions(ConfigFiles.packaged()).get(id);
    }

    static SourceRow row(FeedDefinition feed, long line, Map<String, String> cells) {
        String[] row = new String[feed.columns().size()];
        Arrays.setAll(row, i -> cells.getOrDefault(feed.columns().get(i).name(), ""));
        return new SourceRow(line, Arrays.asList(row));
    }

    static MappedRecord map(FeedDefinition feed, Map<String, String> cells) {
        return new RecordMapper(feed, LocalDate.of(2021, 3, 5)).map(List.of(row(feed, 2, cells)));
    }
}
