package dev.assay.batch.reading;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.RecordMapper;
import dev.assay.batch.feed.Refusal;
import dev.assay.batch.feed.RefusalReason;
import dev.assay.batch.feed.SourceRow;
import java.io.EOFException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The records of a file, mapped: every row of the file is in exactly one of them. */
public final class RecordReader implements AutoCloseable {

    private static final String WHAT_IS_EXPECTED = "Maybe convert it, for example with iconv -f GB18030 -t UTF-8.";

    private final SourceFile file;
    private final FeedDefinition feed;
    private final RecordMapper mapper;
    private final CsvRows rows;
    private final Header header;
    private final @Nullable RecordGroups groups;

    /**
     * Opens a file and reads its header.
     *
     * @param file the file
     * @param feed its feed
     * @param asAt its as-at day where it is known before reading, else null
     * @throws FileRefusedException if the header is not the feed's
     */
    public RecordReader(SourceFile file, FeedDefinition feed, @Nullable LocalDate asAt) {
        this.file = file;
        this.feed = feed;
        this.mapper = new RecordMapper(feed, asAt);
        CsvRows opened = null;
        try {
            opened = new CsvRows(file.open(), feed.format());
            this.rows = opened;
            this.header = readHeader();
            this.groups = feed.grouping()
                    .map(grouping -> new RecordGroups(this::nextOfGroup, mapper, grouping))
                    .orElse(null);
        } catch (IOException e) {
            throw broken(e);
        } catch (FileRefusedException e) {
            closeQuietly(opened);
            throw e;
        }
    }

    /**
     * The columns that the feed does not know, which are not read.
     *
     * @return their headers
     */
    public List<String> unknownColumns() {
        return header.unknown();
    }

    private Header readHeader() throws IOException {
        return switch (rows.next()) {
            case null ->
                throw new FileRefusedException(
                        FileFault.EMPTY,
                        "The file (" + file.path() + ") holds no header.",
                        "Maybe its export failed: ask for it again.");
            case CsvRows.Unreadable unreadable
            when unreadable.reason() == RefusalReason.ENCODING ->
                throw new FileRefusedException(
                        FileFault.ENCODING, "The file (" + file.path() + ") is not UTF-8.", WHAT_IS_EXPECTED);
            case CsvRows.Unreadable unreadable ->
                throw new FileRefusedException(
                        FileFault.MISSING_COLUMNS,
                        "The header of (%s) cannot be read: %s."
                                .formatted(
                                        file.path(), unreadable.reason().text().en()),
                        unreadable.reason().remedy().en());
            case CsvRows.Cells cells -> Header.match(cells.cells(), feed, String.valueOf(file.path()));
        };
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
            throw broken(e);
        }
    }

    private @Nullable MappedRecord nextRow() throws IOException {
        return switch (rows.next()) {
            case null -> null;
            case CsvRows.Unreadable unreadable -> refused(unreadable);
            case CsvRows.Cells cells -> {
                MappedRecord wrong = refusedForCount(cells);
                yield wrong != null ? wrong : mapper.map(List.of(row(cells)));
            }
        };
    }

    private static MappedRecord refused(CsvRows.Unreadable row) {
        Refusal refusal = new Refusal(row.line(), null, row.text(), row.reason());
        return RecordMapper.refused(List.of(new SourceRow(row.line(), List.of())), List.of(refusal));
    }

    private RecordGroups.@Nullable Member nextOfGroup() throws IOException {
        return switch (rows.next()) {
            case null -> null;
            case CsvRows.Unreadable unreadable -> new RecordGroups.Bad(refused(unreadable), Optional.empty());
            case CsvRows.Cells cells -> {
                MappedRecord wrong = refusedForCount(cells);
                yield wrong == null ? new RecordGroups.Good(row(cells)) : new RecordGroups.Bad(wrong, group(cells));
            }
        };
    }

    /** The record's number in a row of the wrong length: most often it is what it seems to be. */
    private Optional<String> group(CsvRows.Cells row) {
        List<String> cells = new ArrayList<>(row.cells());
        int missing = header.names().size() - cells.size();
        cells.addAll(Collections.nCopies(Math.max(0, missing), ""));
        String number = feed.grouping().orElseThrow().number(header.project(cells));
        return missing > 0 && number.isBlank() ? Optional.empty() : Optional.of(number);
    }

    private @Nullable MappedRecord refusedForCount(CsvRows.Cells row) {
        if (row.cells().size() == header.names().size()) {
            if (row.cells().equals(header.names())) {
                throw new FileRefusedException(
                        FileFault.DOUBLED_HEADER,
                        "The header stands again in (%s), line %d.".formatted(file.path(), row.line()),
                        "Maybe two files were joined: import them one by one.");
            }
            return null;
        }
        String value = row.cells().size() + " of " + header.names().size() + ": " + String.join(",", row.cells());
        Refusal refusal = new Refusal(row.line(), null, value, RefusalReason.COLUMN_COUNT);
        return RecordMapper.refused(List.of(new SourceRow(row.line(), List.of())), List.of(refusal));
    }

    private SourceRow row(CsvRows.Cells row) {
        return new SourceRow(row.line(), header.project(row.cells()));
    }

    private FileRefusedException broken(IOException e) {
        return e instanceof EOFException || e instanceof ZipException
                ? SourceFile.truncated(file.path(), e)
                : SourceFile.unreadable(file.path(), e);
    }

    private static void closeQuietly(@Nullable CsvRows rows) {
        try {
            if (rows != null) {
                rows.close();
            }
        } catch (IOException alreadyRefused) {
            // The file is refused for a better reason.
        }
    }

    @Override
    public void close() {
        closeQuietly(rows);
    }
}
