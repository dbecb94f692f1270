package dev.assay.batch.reading;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.feed.SourceRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of a table below its header, which says where the feed's columns stand. */
final class TableRows implements FeedRows {

    private final SheetRows rows;
    private final SourceFile file;
    private final FeedDefinition feed;
    private final Header header;
    /** How many columns before the feed's own say which refused row a row corrects. */
    private int marks;

    private TableRows(SheetRows rows, SourceFile file, FeedDefinition feed) throws IOException {
        this.rows = rows;
        this.file = file;
        this.feed = feed;
        this.header = readHeader();
    }

    /** Reads the header. The rows are closed if it is not the feed's. */
    static TableRows of(SheetRows rows, SourceFile file, FeedDefinition feed) throws IOException {
        try {
            return new TableRows(rows, file, feed);
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** The headers that the feed does not know. */
    List<String> unknownColumns() {
        return header.unknown();
    }

    private Header readHeader() throws IOException {
        return switch (rows.next()) {
            case null ->
                throw new FileRefusedException(
                        FileFault.EMPTY,
                        "The file (" + file.path() + ") holds no header.",
                        "Maybe its export failed: ask for it again.");
            case SheetRow.Unreadable unreadable
            when unreadable.reason() == RefusalReason.ENCODING ->
                throw new FileRefusedException(
                        FileFault.ENCODING,
                        "The file (%s) is not %s, as its feed declares.".formatted(file.path(), unreadable.detail()),
                        "Maybe set format: {encoding: detect} in the feed, or convert the file, for example with iconv -f GB18030 -t UTF-8.");
            case SheetRow.Unreadable unreadable ->
                throw new FileRefusedException(
                        FileFault.MISSING_COLUMNS,
                        "The header of (%s) cannot be read: %s."
                                .formatted(
                                        file.path(), unreadable.reason().text().en()),
                        unreadable.reason().remedy().en());
            case SheetRow.Cells(long _, List<String> cells) -> {
                marks = CorrectionSheet.marks(cells);
                yield Header.match(cells.subList(marks, cells.size()), feed, String.valueOf(file.path()));
            }
        };
    }

    @Override
    public @Nullable FeedRow next() throws IOException {
        return switch (rows.next()) {
            case null -> null;
            case SheetRow.Unreadable(long line, String text, RefusalReason reason, String detail) ->
                new FeedRow.Bad(new Refusal(line, null, text, reason, detail), Optional.empty());
            case SheetRow.Cells cells -> marks == 0 ? row(cells) : correction(cells);
        };
    }

    private FeedRow correction(SheetRow.Cells row) {
        List<String> own =
                row.cells().stream().skip(marks).map(SpreadsheetCell::unguarded).toList();
        return switch (row(new SheetRow.Cells(row.line(), own))) {
            case FeedRow.Good(SourceRow good) ->
                new FeedRow.Good(new SourceRow(good.line(), good.cells(), CorrectionSheet.corrects(row.cells())));
            case FeedRow.Bad bad -> bad;
        };
    }

    private FeedRow row(SheetRow.Cells row) {
        if (row.cells().size() != header.names().size()) {
            String value = row.cells().size() + " of " + header.names().size() + ": " + String.join(",", row.cells());
            return new FeedRow.Bad(new Refusal(row.line(), null, value, RefusalReason.COLUMN_COUNT), number(row));
        }
        if (row.cells().equals(header.names())) {
            throw new FileRefusedException(
                    FileFault.DOUBLED_HEADER,
                    "The header stands again in (%s), line %d.".formatted(file.path(), row.line()),
                    "Maybe two files were joined: import them one by one.");
        }
        return new FeedRow.Good(new SourceRow(row.line(), header.project(row.cells())));
    }

    /** The record's number in a row of the wrong length: most often it is what it seems to be. */
    private Optional<String> number(SheetRow.Cells row) {
        if (feed.grouping().isEmpty()) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>(row.cells());
        int missing = header.names().size() - cells.size();
        cells.addAll(Collections.nCopies(Math.max(0, missing), ""));
        String number = feed.grouping().get().number(header.project(cells));
        return missing > 0 && number.isBlank() ? Optional.empty() : Optional.of(number);
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
