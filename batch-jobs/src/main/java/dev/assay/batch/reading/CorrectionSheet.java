package dev.assay.batch.reading;

import dev.assay.batch.feed.FileFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Refused rows of one file, given out to be corrected in a spreadsheet and taken in again. It is a CSV file whose first columns,
 * {@link #COLUMNS}, say which refused row each row corrects, and whose other columns are the feed's own, whatever the feed's format is.
 *
 * @param run the run that refused the rows
 * @param format how the sheet is written: a spreadsheet may have changed its delimiter and encoding
 */
public record CorrectionSheet(long run, FileFormat.Csv format) {

    /** The columns before the feed's own: run and line of the refused row, why it was refused, and its text where it could not be split. */
    public static final List<String> COLUMNS = List.of("assay_run", "assay_line", "assay_message", "assay_text");

    private static final int LONGEST_START = 4096;

    /**
     * Recognises a correction sheet.
     *
     * @param file the file
     * @return the sheet; empty if the file is none
     * @throws FileRefusedException if it is one and does not say of one run which rows it corrects
     */
    public static Optional<CorrectionSheet> recognise(SourceFile file) {
        try {
            String start = start(file);
            String first = COLUMNS.getFirst();
            if (!start.startsWith(first) || start.length() <= first.length()) {
                return Optional.empty();
            }
            char delimiter = start.charAt(first.length());
            if (",;\t".indexOf(delimiter) < 0 || !start.startsWith(COLUMNS.get(1), first.length() + 1)) {
                return Optional.empty();
            }
            FileFormat.Csv format = new FileFormat.Csv(delimiter, '"', 50, FileFormat.Encoding.DETECT);
            return Optional.of(new CorrectionSheet(onlyRun(file, format), format));
        } catch (IOException e) {
            throw SourceFile.broken(file.path(), e);
        }
    }

    private static String start(SourceFile file) throws IOException {
        try (InputStream in = new BufferedInputStream(file.open())) {
            String start = new String(in.readNBytes(LONGEST_START), StandardCharsets.UTF_8);
            return start.startsWith("\uFEFF") ? start.substring(1) : start;
        }
    }

    private static long onlyRun(SourceFile file, FileFormat.Csv format) throws IOException {
        long run = 0;
        try (CsvRows rows = CsvRows.open(file, format, EncodingEvidence.detect(file))) {
            rows.next();
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof SheetRow.Cells(long line, List<String> cells)) {
                    long named = number(cells, 0);
                    if (named == 0 || number(cells, 1) == 0) {
                        throw unusable(file, line, "does not say which refused row it corrects");
                    }
                    if (run != 0 && named != run) {
                        throw unusable(file, line, "corrects a row of another file");
                    }
                    run = named;
                }
            }
        }
        if (run == 0) {
            throw new FileRefusedException(
                    FileFault.EMPTY,
                    "The correction sheet (" + file.path() + ") holds no row.",
                    "Maybe every row was left out: give the corrected rows.");
        }
        return run;
    }

    private static FileRefusedException unusable(SourceFile file, long line, String what) {
        return new FileRefusedException(
                FileFault.MALFORMED,
                "A row of the correction sheet (%s, line %d) %s.".formatted(file.path(), line, what),
                "Maybe restore its columns %s and %s as they were given out, and keep the rows of each file in a sheet of their own."
                        .formatted(COLUMNS.get(0), COLUMNS.get(1)));
    }

    /** How many columns of a header are not the feed's own; 0 if it is the header of no correction sheet. */
    static int marks(List<String> header) {
        int marks = 0;
        while (marks < header.size() && COLUMNS.contains(header.get(marks).strip())) {
            marks++;
        }
        return marks;
    }

    /** The line of the refused row that a row corrects. */
    static long corrects(List<String> cells) {
        return number(cells, 1);
    }

    private static long number(List<String> cells, int place) {
        String text = place < cells.size() ? cells.get(place).strip() : "";
        return !text.isEmpty()
                        && text.length() <= 15
                        && text.chars().allMatch(character -> character >= '0' && character <= '9')
                ? Long.parseLong(text)
                : 0;
    }
}
