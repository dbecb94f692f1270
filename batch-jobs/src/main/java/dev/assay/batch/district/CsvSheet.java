package dev.assay.batch.district;

import com.opencsv.CSVWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One CSV file in the making (RFC 4180, UTF-8, with header). It bears the name {@code ….part} until {@link #publish()}, so that a run
 * that fails leaves no half file that looks whole.
 */
final class CsvSheet implements AutoCloseable {

    private final String feed;
    private final Path path;
    private final Path part;
    private final int columns;
    private final BufferedWriter out;
    private final CSVWriter csv;
    private final Map<PlantedFault, Long> faults = new EnumMap<>(PlantedFault.class);
    private long rows;

    CsvSheet(String feed, Path path, List<String> header) throws IOException {
        this.feed = feed;
        this.path = path;
        this.part = path.resolveSibling(path.getFileName() + ".part");
        this.columns = header.size();
        this.out = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        this.csv = new CSVWriter(
                out,
                CSVWriter.DEFAULT_SEPARATOR,
                CSVWriter.DEFAULT_QUOTE_CHARACTER,
                CSVWriter.DEFAULT_ESCAPE_CHARACTER,
                CSVWriter.RFC4180_LINE_END);
        put(header.toArray(String[]::new));
    }

    void write(String... row) throws IOException {
        put(row);
        rows++;
    }

    void writeFaulty(PlantedFault fault, String... row) throws IOException {
        write(row);
        faults.merge(fault, 1L, Long::sum);
    }

    long rows() {
        return rows;
    }

    Path path() {
        return path;
    }

    private void put(String[] row) throws IOException {
        if (row.length != columns) {
            throw new IllegalArgumentException(
                    "A row of feed (%s) has (%d) columns, its header (%d).".formatted(feed, row.length, columns));
        }
        csv.writeNext(row, false);
        // The writer keeps what goes wrong to itself until it is asked.
        IOException failure = csv.getException();
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends the file and gives it its name. */
    GeneratedFile publish() throws IOException {
        close();
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new GeneratedFile(feed, path, rows, faults);
    }

    /** Removes what was written, if it was not published. */
    void discard() throws IOException {
        try {
            out.close();
        } catch (IOException _) {
            // What could not be written to the end is thrown away anyhow; the failure itself is already on its way up.
        }
        Files.deleteIfExists(part);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
