package dev.assay.batch.preset;

import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.SourceRow;
import dev.assay.batch.reading.RecordReader;
import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.Survey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The small files of the packaged feeds. The name of each begins with its feed; a day may follow. */
final class Presets {

    static final Path FOLDER = Path.of("src/test/resources/presets");

    private Presets() {}

    static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.list(FOLDER)) {
            return paths.filter(path -> !path.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }

    static String feedId(Path file) {
        return name(file).split(" ", -1)[0];
    }

    static @Nullable LocalDate asAt(Path file) {
        return name(file).contains(" ") ? LocalDate.parse(name(file).split(" ", -1)[1]) : null;
    }

    /** The records of a file, each with its rows; without rows that cannot be read. */
    static List<List<SourceRow>> records(Path file, FeedDefinition feed) {
        SourceFile source = SourceFile.inspect(file);
        List<List<SourceRow>> records = new ArrayList<>();
        try (RecordReader reader = new RecordReader(source, feed, Survey.of(source, feed), asAt(file))) {
            for (MappedRecord record = reader.next(); record != null; record = reader.next()) {
                if (record.sources().stream().noneMatch(row -> row.cells().isEmpty())) {
                    records.add(record.sources());
                }
            }
        }
        return records;
    }
}
