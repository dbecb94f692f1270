package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dated lists of recalls go in one after another, and what each retracts, supersedes, takes and leaves is the difference of the files,
 * which is computed here from the files alone.
 */
class RecallsRealDataIT {

    private static final Path REAL = Path.of("../../shared/data/us_recalls");
    private static final Set<String> KEY = Set.of("notice_id_number", "title", "notification_dttm");

    /** A file: its records by key, each with all its columns but the one that is another in every extract; and its rows. */
    private record Listed(Map<String, Map<String, String>> records, long rows) {

        static Listed read(Path file) throws IOException {
            Map<String, Map<String, String>> records = new HashMap<>();
            long rows = 0;
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                for (JsonNode row : JsonMapper.shared().readTree(in)) {
                    Map<String, String> cells = new TreeMap<>();
                    row.properties().forEach(cell -> cells.put(cell.getKey(), text(cell.getValue())));
                    cells.remove("uid");
                    cells.values().removeIf(String::isEmpty);
                    StringJoiner key = new StringJoiner("\n");
                    KEY.stream().sorted().forEach(column -> key.add(cells.getOrDefault(column, "")));
                    records.put(key.toString(), cells);
                    rows++;
                }
            }
            return new Listed(records, rows);
        }

        private static String text(JsonNode value) {
            if (value.isNull()) {
                return "";
            }
            if (value.isArray()) {
                List<String> parts = new ArrayList<>();
                value.forEach(part -> parts.add(part.asString()));
                return String.join(";", parts);
            }
            return value.asString().strip();
        }
    }

    @OnEachServer
    void theListOfBothAuthoritiesGivesTheDifferenceOfItsFilesAtEachStep(TestDatabases server) throws IOException {
        assertThat(takeIn(server, "us-recalls", "clean_")).isEqualTo(8);
    }

    @OnEachServer
    void theListWhoseWindowChangesGivesTheDifferenceOfItsFilesAtEachStep(TestDatabases server) throws IOException {
        assertThat(takeIn(server, "usda-recalls", "usda_")).isEqualTo(7);
    }

    @OnEachServer
    void theListsInAnotherOrderEndInTheSamePresentState(TestDatabases server) throws IOException {
        List<Path> files = files("usda_");
        List<Path> shuffled = new ArrayList<>(files);
        Collections.reverse(shuffled);
        Collections.swap(shuffled, 1, 4);
        assertThat(presentAfter(server, shuffled)).isEqualTo(presentAfter(server, files));
    }

    private static List<String> presentAfter(TestDatabases server, List<Path> files) {
        try (Intake intake = Intake.on(server)) {
            files.forEach(file -> intake.run("usda-recalls", file, RetractionCheck.CONFIRMED));
            return intake.texts("""
                    SELECT CONCAT_WS(' ', kind, record_key, content) AS line FROM fact WHERE superseded_at IS NULL ORDER BY line
                    """);
        }
    }

    private static List<Path> files(String prefix) throws IOException {
        assumeTrue(Files.isDirectory(REAL), "The real recalls are not there: " + REAL.toAbsolutePath());
        try (Stream<Path> all = Files.list(REAL)) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    /** Takes the files in, in the order of their days, and says how many there were. */
    private static int takeIn(TestDatabases server, String feed, String prefix) throws IOException {
        Listed before = new Listed(Map.of(), 0);
        int steps = 0;
        try (Intake intake = Intake.on(server)) {
            for (Path file : files(prefix)) {
                Listed now = Listed.read(file);
                check(intake, feed, file, before, now);
                before = now;
                steps++;
            }
        }
        return steps;
    }

    private static void check(Intake intake, String feed, Path file, Listed before, Listed now) {
        Set<String> gone = new HashSet<>(before.records().keySet());
        gone.removeAll(now.records().keySet());
        long same = now.records().entrySet().stream()
                .filter(entry -> entry.getValue().equals(before.records().get(entry.getKey())))
                .count();
        long fresh = now.records().keySet().stream()
                .filter(key -> !before.records().containsKey(key))
                .count();
        String step = feed + " " + file.getFileName();
        ImportReport report = intake.run(feed, file);
        boolean much = gone.size() * 10 > before.records().size();
        assertThat(report.isWaiting()).as(step).isEqualTo(much);
        if (much) {
            assertThat(report.absent())
                    .as(step)
                    .isEqualTo(new ImportReport.Absent(
                            gone.size(), before.records().size(), true, 0));
            report = intake.run(feed, file, RetractionCheck.CONFIRMED);
        }
        assertThat(report.retracted()).as(step).isEqualTo(gone.size());
        // Superseded are those that changed, and rows whose key stands again further down: the last of them counts.
        assertThat(Intake.account(report))
                .as(step)
                .isEqualTo("read %d = taken %d + unchanged %d + superseded %d + refused 0"
                        .formatted(now.rows(), fresh, same, now.rows() - fresh - same));
        assertThat(intake.texts("SELECT COUNT(*) FROM fact WHERE kind = 'recall' AND superseded_at IS NULL"))
                .as(step)
                .containsExactly(String.valueOf(now.records().size()));
    }
}
