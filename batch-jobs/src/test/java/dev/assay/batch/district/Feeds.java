package dev.assay.batch.district;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what the generator wrote with a parser that knows nothing of it. */
final class Feeds {

    private Feeds() {}

    /** The rows of a feed's files with the header first. */
    static List<List<String>> withHeader(GeneratedFile file) {
        List<List<String>> rows = new ArrayList<>();
        try (CSVReader reader = reader(file.path())) {
            for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
                rows.add(List.of(row));
            }
        } catch (IOException | CsvValidationException e) {
            throw new IllegalStateException("The file (%s) is no CSV.".formatted(file.path()), e);
        }
        return rows;
    }

    /** The rows of all files of a feed, without headers. */
    static List<List<String>> rows(GeneratedDistrict district, String feed) {
        return district.files().stream()
                .filter(file -> file.feed().equals(feed))
                .flatMap(file -> withHeader(file).stream().skip(1))
                .toList();
    }

    private static CSVReader reader(Path path) throws IOException {
        return new CSVReaderBuilder(Files.newBufferedReader(path))
                .withCSVParser(new RFC4180ParserBuilder().build())
                .build();
    }
}
