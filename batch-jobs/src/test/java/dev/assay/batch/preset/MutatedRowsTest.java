package dev.assay.batch.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.feed.Column;
import dev.assay.batch.feed.FeedDefinition;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.feed.FileFormat;
import dev.assay.batch.feed.MappedRecord;
import dev.assay.batch.feed.RecordMapper;
import dev.assay.batch.feed.SourceRow;
import dev.assay.batch.reading.RecordReader;
import dev.assay.batch.reading.SourceFile;
import dev.assay.batch.reading.Survey;
import dev.assay.model.config.ConfigFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rows of all packaged feeds' small files, mutated cell by cell: mapped as they are, and written to a file and read from it.
 * {@code -Dassay.mutated.rows} says how many rows, {@code -Dassay.mutated.seed} from which seed.
 */
class MutatedRowsTest {

    private static final FeedDefinitions FEEDS = new FeedDefinitions(ConfigFiles.packaged());
    private static final int ROWS = Integer.getInteger("assay.mutated.rows", 20_000);
    private static final long SEED = Long.getLong("assay.mutated.seed", 1);
    private static final int ROWS_OF_A_FILE = 500;
    private static final int MOST_CELLS = 3;
    private static final FileFormat CSV = new FileFormat.Csv(',', '"', 50, FileFormat.Encoding.UTF_8);

    @TempDir
    private Path directory;

    static Stream<Arguments> presets() throws IOException {
        List<Path> files = Presets.files();
        int each = Math.ceilDiv(ROWS, files.size());
        return files.stream().map(file -> Arguments.of(Presets.name(file), file, each));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("presets")
    void everyMutatedRowGivesFactsOrIsRefused(String name, Path preset, int rows) throws IOException {
        FeedDefinition feed = FEEDS.get(Presets.feedId(preset));
        LocalDate asAt = Presets.asAt(preset);
        RecordMapper mapper = new RecordMapper(feed, asAt);
        List<List<SourceRow>> records = Presets.records(preset, feed);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int taken = 0;
        int refused = 0;
        for (int done = 0; done < rows; ) {
            List<List<String>> written = new ArrayList<>();
            while (written.size() < ROWS_OF_A_FILE && done + written.size() < rows) {
                List<SourceRow> mutated = mutated(records.get(random.nextInt(records.size())), random);
                MappedRecord record = mapped(mapper, feed, mutated);
                taken += record.facts().isEmpty() ? 0 : 1;
                refused += record.isRefused() ? 1 : 0;
                mutated.forEach(row -> written.add(row.cells()));
            }
            Assertions.assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> holdInAFile(feed, asAt, written), name + ", seed " + SEED);
            done += written.size();
        }
        assertThat(taken).as("records that are still good").isPositive();
        assertThat(refused).as("records that are refused").isPositive();
    }

    private static MappedRecord mapped(RecordMapper mapper, FeedDefinition feed, List<SourceRow> rows) {
        try {
            MappedRecord record = mapper.map(rows);
            assertThat(record.rows()).isEqualTo(rows.size());
            MappedRecordLaws.hold(record, feed);
            return record;
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError(feed.id() + ", seed " + SEED + ": " + broken + " in " + shown(rows), broken);
        }
    }

    private static String shown(List<SourceRow> rows) {
        String shown = rows.toString().replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]", "?");
        return shown.substring(0, Math.min(2000, shown.length()));
    }

    private void holdInAFile(FeedDefinition feed, @Nullable LocalDate asAt, List<List<String>> rows)
            throws IOException {
        FeedDefinition table = feed.writtenAs(CSV);
        String header = line(feed.columns().stream().map(Column::name).toList());
        Path file = Files.writeString(
                directory.resolve("mutated.csv"),
                rows.stream().map(MutatedRowsTest::line).collect(Collectors.joining("", header, "")),
                StandardCharsets.UTF_8);
        SourceFile source = SourceFile.inspect(file);
        Survey survey = Survey.of(source, table);
        int read = 0;
        try (RecordReader reader = new RecordReader(source, table, survey, asAt)) {
            for (MappedRecord record = reader.next(); record != null; record = reader.next()) {
                MappedRecordLaws.hold(record, feed);
                read += record.rows();
            }
        }
        assertThat(read).as("rows of the file that are accounted for").isEqualTo(rows.size());
    }

    /** Half a character beyond the basic plane cannot be written; it becomes a question mark, as it does everywhere. */
    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> new String(cell.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\n"));
    }

    private static List<SourceRow> mutated(List<SourceRow> record, RandomGenerator random) {
        List<List<String>> cells = new ArrayList<>();
        record.forEach(row -> cells.add(new ArrayList<>(row.cells())));
        for (int i = random.nextInt(MOST_CELLS) + 1; i > 0; i--) {
            List<String> row = cells.get(random.nextInt(cells.size()));
            if (!row.isEmpty()) {
                int column = random.nextInt(row.size());
                String other = row.get(random.nextInt(row.size()));
                row.set(column, CellMutations.mutated(row.get(column), other, random));
            }
        }
        List<SourceRow> mutated = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            mutated.add(new SourceRow(record.get(i).line(), cells.get(i)));
        }
        return mutated;
    }
}
