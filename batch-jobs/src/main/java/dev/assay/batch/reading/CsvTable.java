package dev.assay.batch.reading;

import dev.assay.batch.feed.FileFormat;
import dev.assay.batch.feed.RefusalReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180, UTF-8) of any columns, read row by row: for lists that belong to no feed. */
public final class CsvTable implements AutoCloseable {

    private static final FileFormat.Csv FORMAT = new FileFormat.Csv(',', '"', 50, FileFormat.Encoding.UTF_8);

    private final SourceFile file;
    private final CsvRows rows;
    private final List<String> header;

    private CsvTable(SourceFile file, CsvRows rows, List<String> header) {
        this.file = file;
        this.rows = rows;
        this.header = header;
    }

    /**
     * A row.
     *
     * @param line its first line, from 1, the header counted
     * @param cells its cells, as many as the header has; where it was refused, what could be read
     * @param refusal why it cannot be used; empty where it can
     */
    public record Row(long line, List<String> cells, Optional<RefusalReason> refusal) {
        /** Copies the cells. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Opens a file and reads its header.
     *
     * @param file the file
     * @return the table, to be closed
     * @throws FileRefusedException if it cannot be read, is not UTF-8, or a column stands twice
     */
    public static CsvTable open(SourceFile file) {
        try {
            CsvRows rows = CsvRows.open(file, FORMAT, StandardCharsets.UTF_8);
            return new CsvTable(file, rows, header(file, rows.next()));
        } catch (IOException e) {
            throw SourceFile.broken(file.path(), e);
        }
    }

    private static List<String> header(SourceFile file, @Nullable SheetRow first) {
        if (!(first instanceof SheetRow.Cells cells)) {
            throw new FileRefusedException(
                    first == null ? FileFault.EMPTY : FileFault.ENCODING,
                    "The file (%s) has no header that can be read.".formatted(file.path()),
                    "Maybe it is not CSV in UTF-8: convert it, for example with iconv -f GB18030 -t UTF-8.");
        }
        List<String> names = cells.cells().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new FileRefusedException(
                        FileFault.DOUBLED_HEADER,
                        "The column (%s) stands twice in the header of (%s).".formatted(name, file.path()),
                        "Maybe two sheets were joined side by side.");
            }
        }
        return names;
    }

    /**
     * The columns.
     *
     * @return their names, in the order of the file, blanks around them left out
     */
    public List<String> header() {
        return header;
    }

    /**
     * The next row that is not blank.
     *
     * @return it; null at the end
     * @throws FileRefusedException if the file cannot be read on
     */
    public @Nullable Row next() {
        try {
            return switch (rows.next()) {
                case null -> null;
                case SheetRow.Unreadable(long line, String text, RefusalReason reason, var detail) ->
                    new Row(line, List.of(text), Optional.of(reason));
                case SheetRow.Cells(long line, List<String> cells) ->
                    new Row(
                            line,
                            cells,
                            cells.size() == header.size() ? Optional.empty() : Optional.of(RefusalReason.COLUMN_COUNT));
            };
        } catch (IOException e) {
            throw SourceFile.broken(file.path(), e);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw SourceFile.broken(file.path(), e);
        }
    }
}
