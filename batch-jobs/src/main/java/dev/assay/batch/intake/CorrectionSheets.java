package dev.assay.batch.intake;

import dev.assay.batch.feed.Column;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.publish.CsvFile;
import dev.assay.batch.reading.CorrectionSheet;
import dev.assay.batch.reading.SpreadsheetCell;
import dev.assay.store.database.Database;
import dev.assay.store.feed.Quarantine;
import dev.assay.store.feed.RowsToCorrect;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives refused rows out to be corrected in a spreadsheet; {@link Imports} takes the sheets in again. */
public final class CorrectionSheets {

    private final FeedDefinitions feeds;
    private final Database database;

    /**
     * Sheets of a database's refused rows.
     *
     * @param feeds the feeds, which say the columns
     * @param database the database
     */
    public CorrectionSheets(FeedDefinitions feeds, Database database) {
        this.feeds = feeds;
        this.database = database;
    }

    /**
     * Writes the refused rows of a file: one row for each, in the order of the file, with what is wrong with it and its cells under the feed's
     * columns. Cells that go nowhere, such as those of ignored columns, are not in it.
     *
     * @param file the file, by its import
     * @param out the sheet, replaced when the new one is complete
     * @return the number of rows
     * @throws IOException if the sheet cannot be written
     * @throws SQLException if the database fails
     */
    public long write(Quarantine.OpenFile file, Path out) throws IOException, SQLException {
        List<String> columns = feeds.get(file.feed()).columns().stream()
                .filter(column -> column.presence() != Column.Presence.IGNORED)
                .map(Column::name)
                .toList();
        List<String> header = new ArrayList<>(CorrectionSheet.COLUMNS);
        header.addAll(columns);
        try (CsvFile sheet = CsvFile.forSpreadsheet(out, header)) {
            RowsToCorrect.stream(database, file.run(), row -> {
                List<String> cells = new ArrayList<>(header.size());
                cells.add(String.valueOf(file.run()));
                cells.add(String.valueOf(row.line()));
                cells.add(row.message());
                cells.add(row.text() == null ? "" : SpreadsheetCell.guarded(row.text()));
                for (String column : columns) {
                    cells.add(SpreadsheetCell.guarded(row.cells().getOrDefault(column, "")));
                }
                sheet.row(cells);
            });
            sheet.complete();
            return sheet.rows();
        }
    }

    /**
     * Writes a sheet for every file of which rows wait.
     *
     * @param feed the feed's id; null for all
     * @param folder where; the sheets are named after feed and import, such as {@code cn-penalty-12.csv}
     * @return the sheets, newest import first
     * @throws IOException if a sheet cannot be written
     * @throws SQLException if the database fails
     */
    public List<Path> writeAll(@Nullable String feed, Path folder) throws IOException, SQLException {
        List<Path> sheets = new ArrayList<>();
        for (Quarantine.OpenFile file : new Quarantine(database.dsl()).openFiles()) {
            if (feed == null || feed.equals(file.feed())) {
                Path sheet = folder.resolve(name(file));
                write(file, sheet);
                sheets.add(sheet);
            }
        }
        return sheets;
    }

    /**
     * The name of a file's sheet.
     *
     * @param file the file
     * @return such as {@code cn-penalty-12.csv}
     */
    public static String name(Quarantine.OpenFile file) {
        return file.feed() + "-" + file.run() + ".csv";
    }
}
