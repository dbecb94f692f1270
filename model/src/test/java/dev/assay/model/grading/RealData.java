package dev.assay.model.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** The published rows beside this checkout. None of these files has a field that runs over a line end. */
final class RealData {

    private static final Path DATA = Path.of("../../shared/data");

    private RealData() {}

    /** A row, by column; every column is there. */
    record Row(Map<String, String> cells) {
        String get(String column) {
            return Optional.ofNullable(cells.get(column)).orElseThrow();
        }
    }

    /** Reads all rows of a file; skips the test where the file is absent. */
    static void forEach(String file, Consumer<Row> reader) throws IOException {
        Path path = DATA.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "The real data (" + path + ") is not beside this checkout");
        try (InputStream bytes = Files.newInputStream(path);
                BufferedReader rows = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            List<String> header = cells(Optional.ofNullable(rows.readLine()).orElseThrow());
            for (String line = rows.readLine(); line != null; line = rows.readLine()) {
                reader.accept(row(header, line));
            }
        }
    }

    static List<Row> all(String file) throws IOException {
        List<Row> rows = new ArrayList<>();
        forEach(file, rows::add);
        return rows;
    }

    private static Row row(List<String> header, String line) {
        List<String> cells = cells(line);
        assertThat(cells).as(line).hasSameSizeAs(header);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return new Row(row);
    }

    /** Splits a line of RFC 4180. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
