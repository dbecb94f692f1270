package dev.assay.batch.simulate;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pages of the file of all moves, which is read from its beginning for each page: it is as long as there are moves.
 *
 * @param total how many moves fit
 * @param rows those of the page, each by the names of the file's columns
 */
public record MoveRows(long total, List<Map<String, String>> rows) {

    /** Copies the list. */
    public MoveRows {
        rows = List.copyOf(rows);
    }

    /**
     * Reads a page.
     *
     * @param file the file, as {@link Simulations} wrote it
     * @param wanted what columns must hold, by their names; a column of which nothing is wanted is absent
     * @param page the page, from 1
     * @param size how many rows a page has
     * @return the page; without rows behind the last
     */
    public static MoveRows page(Path file, Map<String, String> wanted, long page, int size) {
        long first = (page - 1) * size;
        List<Map<String, String>> rows = new ArrayList<>();
        long total = 0;
        try (CSVReader csv = new CSVReaderBuilder(Files.newBufferedReader(file, StandardCharsets.UTF_8))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build()) {
            String[] header = csv.readNext();
            for (String[] cells = csv.readNext(); cells != null; cells = csv.readNext()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.length; i++) {
                    row.put(header[i], cells[i]);
                }
                if (wanted.entrySet().stream().allMatch(one -> one.getValue().equals(row.get(one.getKey())))) {
                    if (total >= first && rows.size() < size) {
                        rows.add(row);
                    }
                    total++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The moves (%s) cannot be read.".formatted(file), e);
        } catch (CsvValidationException e) {
            throw new IllegalStateException("The moves (%s) are no table any more.".formatted(file), e);
        }
        return new MoveRows(total, rows);
    }
}
