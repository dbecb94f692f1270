package dev.assay.batch.reading;

import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.feed.SourceRow;
import dev.assay.batch.reading.ColumnPaths.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of one record while it is read, and what is wrong with it. */
final class RecordCells {

    /** More characters than a record of any real file. */
    static final int LONGEST_RECORD = 1 << 22;

    private final @Nullable String[] cells;
    private long length;
    private @Nullable RefusalReason reason;
    private @Nullable String detail;

    RecordCells(int columns) {
        this.cells = new @Nullable String[columns];
    }

    /** Whether a cell was filled, be it with an empty text. */
    boolean holds(Path path) {
        return cells[path.column()] != null;
    }

    /** Fills a cell. */
    void put(Path path, String text) {
        if (isWithin(text.length())) {
            cells[path.column()] = text;
        }
    }

    /** Fills a cell, behind what it holds. */
    void add(Path path, String text, String separator) {
        String before = cells[path.column()];
        if (before == null || before.isEmpty()) {
            put(path, text);
        } else if (!text.isEmpty() && isWithin(before.length() + text.length())) {
            cells[path.column()] = before + separator + text;
        }
    }

    /** Whether a record of which so many characters more are kept is not too long; refuses it if it is. */
    boolean isWithin(int more) {
        length += more;
        if (length > LONGEST_RECORD) {
            refuse(RefusalReason.TOO_LONG, null);
        }
        return length <= LONGEST_RECORD;
    }

    /** Refuses the record. The first reason counts. */
    void refuse(RefusalReason why, @Nullable String what) {
        if (reason == null) {
            reason = why;
            detail = what;
        }
    }

    /** The row, taken or refused. */
    FeedRow row(long line) {
        if (reason != null) {
            return new FeedRow.Bad(new Refusal(line, null, null, reason, detail), Optional.empty());
        }
        String[] filled = new String[cells.length];
        Arrays.setAll(filled, i -> cells[i] == null ? "" : cells[i]);
        List<String> row = Arrays.asList(filled);
        return new FeedRow.Good(new SourceRow(line, row));
    }
}
