package dev.assay.batch.publish;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import dev.assay.batch.reading.SpreadsheetCell;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8, header, LF) that appears under its name only when it is complete. Cells that a spreadsheet would run as a
 * formula are prefixed with an apostrophe.
 */
public final class CsvFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final ICSVWriter writer;
    private long rows;
    private boolean complete;

    private CsvFile(Path target, Path part, ICSVWriter writer) {
        this.target = target;
        this.part = part;
        this.writer = writer;
    }

    /**
     * Begins a file.
     *
     * @param target its name; its folder is made where it is missing
     * @param header the names of the columns
     * @return the file, to be completed and closed
     * @throws IOException if it cannot be written
     */
    public static CsvFile create(Path target, String... header) throws IOException {
        return create(target, "", header);
    }

    /**
     * Begins a file that a spreadsheet opens by itself in the right encoding, because a byte-order mark says so.
     *
     * @param target its name; its folder is made where it is missing
     * @param header the names of the columns
     * @return the file, to be completed and closed
     * @throws IOException if it cannot be written
     */
    public static CsvFile forSpreadsheet(Path target, List<String> header) throws IOException {
        return create(target, "\uFEFF", header.toArray(String[]::new));
    }

    private static CsvFile create(Path target, String mark, String... header) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        out.write(mark);
        // Quotes are doubled, as RFC 4180 says; OpenCSV's own escape would be a quote too.
        ICSVWriter writer = new CSVWriterBuilder(out).withLineEnd("\n").build();
        writer.writeNext(header, false);
        return new CsvFile(target, part, writer);
    }

    /**
     * Adds a row.
     *
     * @param cells its cells; null is an empty one
     */
    public void row(@Nullable Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = text(cells[i]);
        }
        writer.writeNext(texts, false);
        rows++;
    }

    /**
     * Adds a row that begins with cells of somebody else's file, which stay as they are.
     *
     * @param verbatim those cells
     * @param cells the cells behind them; null is an empty one
     */
    public void row(List<String> verbatim, @Nullable Object... cells) {
        List<String> texts = new ArrayList<>(verbatim);
        for (Object cell : cells) {
            texts.add(text(cell));
        }
        writer.writeNext(texts.toArray(String[]::new), false);
        rows++;
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell instanceof String text ? SpreadsheetCell.guarded(text) : String.valueOf(cell);
    }

    /**
     * How many rows were added.
     *
     * @return their number, without the header
     */
    public long rows() {
        return rows;
    }

    /**
     * Puts the finished file under its name.
     *
     * @throws IOException if it could not be written to its end
     */
    public void complete() throws IOException {
        boolean failed = writer.checkError();
        writer.close();
        if (failed) {
            throw new IOException("The disk may be full, or the folder is gone.", writer.getException());
        }
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        complete = true;
    }

    @Override
    public void close() throws IOException {
        if (!complete) {
            writer.close();
            Files.deleteIfExists(part);
        }
    }
}
