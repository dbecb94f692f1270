package dev.assay.batch.reading;

import dev.assay.batch.feed.FeedDefinition.CsvFormat;
import dev.assay.batch.feed.RefusalReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The header and the first rows of a sheet, read without knowing its feed.
 *
 * @param header the header, each name as it stands
 * @param rows rows below it that could be read and are as long as the header
 */
public record SheetSample(List<String> header, List<List<String>> rows) {

    private static final CsvFormat FORMAT = new CsvFormat(',', 50);

    /** Copies the collections. */
    public SheetSample {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Reads the beginning of a file. Titles above the header, which fill one cell alone, are passed over.
     *
     * @param file the file
     * @param most the most rows to look at
     * @return its header and rows
     * @throws FileRefusedException if it cannot be read, or nothing in it is a header
     */
    public static SheetSample of(SourceFile file, int most) {
        try (CsvRows source = new CsvRows(file.open(), FORMAT)) {
            List<String> header = header(source, file);
            List<List<String>> rows = new ArrayList<>();
            for (CsvRows.Row row = source.next(); row != null && rows.size() < most; row = source.next()) {
                if (row instanceof CsvRows.Cells cells && cells.cells().size() == header.size()) {
                    rows.add(cells.cells());
                }
            }
            return new SheetSample(header, rows);
        } catch (IOException e) {
            throw SourceFile.unreadable(file.path(), e);
        }
    }

    private static List<String> header(CsvRows source, SourceFile file) throws IOException {
        List<String> titles = List.of();
        for (CsvRows.Row row = source.next(); row != null; row = source.next()) {
            switch (row) {
                case CsvRows.Unreadable unreadable -> throw unreadable(unreadable, file);
                case CsvRows.Cells cells -> {
                    if (cells.cells().stream().filter(cell -> !cell.isBlank()).count() > 1) {
                        return cells.cells();
                    }
                    titles = titles.isEmpty() ? cells.cells() : titles;
                }
            }
        }
        if (titles.isEmpty()) {
            throw new FileRefusedException(
                    FileFault.EMPTY,
                    "The file (" + file.path() + ") holds no header.",
                    "Maybe its export failed: ask for it again.");
        }
        return titles;
    }

    private static FileRefusedException unreadable(CsvRows.Unreadable row, SourceFile file) {
        boolean encoding = row.reason() == RefusalReason.ENCODING;
        return new FileRefusedException(
                encoding ? FileFault.ENCODING : FileFault.MISSING_COLUMNS,
                "The header of (%s) cannot be read: %s."
                        .formatted(file.path(), row.reason().text().en()),
                row.reason().remedy().en());
    }

    /**
     * The cells below a header.
     *
     * @param place its place, from 0
     * @return them, from the top
     */
    public List<String> column(int place) {
        return rows.stream().map(row -> row.get(place)).toList();
    }
}
