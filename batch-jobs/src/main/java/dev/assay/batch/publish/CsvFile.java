package dev.assay.batch.publish;

import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file (RFC 4180, UTF-8, header, LF) that appears under its name only when it is complete. Cells that a spreadsheet would run as a
 * formula are prefixed with an apostrophe.
 */
final class CsvFile implements AutoCloseable {

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

    static CsvFile create(Path target, String... header) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        // Quotes are doubled, as RFC 4180 says; OpenCSV's own escape would be a quote too.
        ICSVWriter writer = new CSVWriterBuilder(out).withLineEnd("\n").build();
        writer.writeNext(header, false);
        return new CsvFile(target, part, writer);
    }

    /** Adds a row; null is an empty cell. */
    void row(@Nullable Object... cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] =
                    cells[i] == null ? "" : cells[i] instanceof String text ? disarmed(text) : String.valueOf(cells[i]);
        }
        writer.writeNext(texts, false);
        rows++;
    }

    private static String disarmed(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    long rows() {
        return rows;
    }

    /** Puts the finished file under its name. */
    void complete() throws IOException {
        writer.close();
        if (writer.checkError()) {
            throw new IOException("The file (%s) cannot be written.".formatted(target), writer.getException());
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
