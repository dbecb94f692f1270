package dev.assay.batch.reading;

import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.SourceRow;
import java.util.List;
import java.util.Optional;

/** A row of a feed's file, whatever the file's format. */
sealed interface FeedRow {

    /** The row's first line in the file, or its number, from 1. */
    long line();

    /**
     * A row that was read.
     *
     * @param row it, its cells in the order of the feed's columns
     */
    record Good(SourceRow row) implements FeedRow {
        @Override
        public long line() {
            return row.line();
        }
    }

    /**
     * A row that is refused by itself.
     *
     * @param refusal why
     * @param number the number of its record, empty where nobody can tell or rows are not joined
     */
    record Bad(Refusal refusal, Optional<String> number) implements FeedRow {

        @Override
        public long line() {
            return refusal.line();
        }

        /** The row, of which nothing is known but its line. */
        List<SourceRow> rows() {
            return List.of(new SourceRow(refusal.line(), List.of()));
        }
    }
}
