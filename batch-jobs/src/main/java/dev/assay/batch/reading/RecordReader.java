package dev.assay.batch.reading;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.RecordMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of a file, mapped: every row of the file is in exactly one of them. */
public final class RecordReader implements AutoCloseable {

    private final SourceFile file;
    private final RecordMapper mapper;
    private final FeedRows rows;
    private final @Nullable RecordGroups groups;

    /**
     * Opens a file that was looked through.
     *
     * @param file the file
     * @param feed its feed
     * @param survey what was found when it was looked through
     * @param asAt its as-at day where it is known before reading, else null
     * @throws FileRefusedException if it is no file of the feed
     */
    public RecordReader(SourceFile file, FeedDefinition feed, Survey survey, @Nullable LocalDate asAt) {
        this.file = file;
        this.mapper = new RecordMapper(feed, asAt);
        try {
            this.rows = FeedRows.open(file, feed, survey);
        } catch (IOException e) {
            throw SourceFile.broken(file.path(), e);
        }
        this.groups = feed.grouping()
                .map(grouping -> new RecordGroups(rows, mapper, grouping))
                .orElse(null);
    }

    /**
     * The next record.
     *
     * @return it; null at the end
     * @throws FileRefusedException if the file cannot be read on, or its header stands in it again
     */
    public @Nullable MappedRecord next() {
        try {
            return groups == null ? nextRow() : groups.next();
        } catch (IOException e) {
            throw SourceFile.broken(file.path(), e);
        }
    }

    private @Nullable MappedRecord nextRow() throws IOException {
        return switch (rows.next()) {
            case null -> null;
            case FeedRow.Good(var row) -> mapper.map(List.of(row));
            case FeedRow.Bad bad -> RecordMapper.unread(bad.rows(), List.of(bad.refusal()));
        };
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException alreadyRead) {
            // What was read of the file is whole; that its handle cannot be given back harms nobody.
        }
    }
}
