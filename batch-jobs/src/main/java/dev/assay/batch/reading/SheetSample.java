package dev.assay.batch.reading;

import dev.assay.batch.feed.FileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The header and the first rows of a sheet, read without knowing its feed.
 *
 * @param header the header, each name as it stands
 * @param rows rows below it that could be read and are as long as the header
 */
public record SheetSample(List<String> header, List<List<String>> rows) {

    private static final int QUOTE_LINES = 50;
    private static final int MOST_TITLES = 20;
    private static final List<Character> DELIMITERS = List.of(',', '\t', ';', '|');

    /** Copies the collections. */
    public SheetSample {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * Reads the beginning of a file. It may be a workbook, of which the first sheet is
     * read, or text with whatever delimiter gives the most columns, in an encoding that is detected. Titles above the header, which fill one
     * cell alone, are passed over.
     *
     * @param file the file
     * @param most the most rows to look at
     * @return its header and rows
     * @throws FileRefusedException if it cannot be read, or nothing in it is a header
     */
    public static SheetSample of(SourceFile file, int most) {
        try {
            return isWorkbook(file) ? ofWorkbook(file, most) : ofText(file, most);
        } catch (IOException e) {
            throw SourceFile.broken(file.path(), e);
        }
    }

    private static boolean isWorkbook(SourceFile file) throws IOException {
        try (InputStream in = file.open()) {
            return switch (Signature.of(in)) {
                case ZIP, OLD_OFFICE -> true;
                case UTF_16, UTF_8_MARK, NONE -> false;
            };
        }
    }

    /** A workbook's rows are as wide as its header, so each row that is taken for the header is a reading of its own. */
    private static SheetSample ofWorkbook(SourceFile file, int most) throws IOException {
        SheetSample first = null;
        for (int row = 1; row <= MOST_TITLES; row++) {
            try (SheetRows rows = WorkbookRows.open(file, new FileFormat.Xlsx("1", row))) {
                SheetSample sample = of(rows, file, most);
                if (isHeader(sample.header)) {
                    return sample;
                }
                first = first == null ? sample : first;
            } catch (FileRefusedException shortSheet) {
                if (first == null) {
                    throw shortSheet;
                }
                return first;
            }
        }
        return Objects.requireNonNull(first);
    }

    private static SheetSample ofText(SourceFile file, int most) throws IOException {
        Charset charset = EncodingEvidence.detect(file);
        SheetSample widest = null;
        FileRefusedException refusal = null;
        for (char delimiter : DELIMITERS) {
            FileFormat.Csv format = new FileFormat.Csv(delimiter, '"', QUOTE_LINES, FileFormat.Encoding.DETECT);
            try (SheetRows rows = CsvRows.open(file, format, charset)) {
                SheetSample sample = of(rows, file, most);
                if (widest == null || sample.header.size() > widest.header.size()) {
                    widest = sample;
                }
            } catch (FileRefusedException e) {
                refusal = refusal == null ? e : refusal;
            }
        }
        if (widest == null) {
            throw Objects.requireNonNull(refusal);
        }
        return widest;
    }

    private static SheetSample of(SheetRows source, SourceFile file, int most) throws IOException {
        List<String> header = header(source, file);
        List<List<String>> rows = new ArrayList<>();
        for (SheetRow row = source.next(); row != null && rows.size() < most; row = source.next()) {
            if (row instanceof SheetRow.Cells cells && cells.cells().size() == header.size()) {
                rows.add(cells.cells());
            }
        }
        return new SheetSample(header, rows);
    }

    private static boolean isHeader(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isBlank()).count() > 1;
    }

    private static List<String> header(SheetRows source, SourceFile file) throws IOException {
        List<String> titles = List.of();
        for (SheetRow row = source.next(); row != null; row = source.next()) {
            switch (row) {
                case SheetRow.Unreadable unreadable -> throw unreadable(unreadable, file);
                case SheetRow.Cells cells -> {
                    if (isHeader(cells.cells())) {
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

    private static FileRefusedException unreadable(SheetRow.Unreadable row, SourceFile file) {
        return new FileRefusedException(
                FileFault.MISSING_COLUMNS,
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
