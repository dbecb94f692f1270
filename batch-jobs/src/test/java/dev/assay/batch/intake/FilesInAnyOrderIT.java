package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/**
 * Full states and deltas of different days, in any order, end in the same present state: that which is computed here, without a database,
 * from what the newest file that says anything of a record says of it. Each file also comes a second time.
 */
class FilesInAnyOrderIT {

    private static final int SEEDS = 4;
    private static final int ORDERS = 2;
    private static final int RECORDS = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    /** A made-up file: what it says of a record, {@code REFUSED} for a row that is refused, nothing for one that it lacks. */
    private record Told(int day, boolean full, Map<String, Integer> fines) {

        static final int REFUSED = -1;

        static Told of(int day, Random random) {
            boolean full = random.nextInt(3) > 0;
            Map<String, Integer> fines = new TreeMap<>();
            for (int record = 0; record < RECORDS; record++) {
                if (random.nextInt(10) < (full ? 6 : 3)) {
                    fines.put("r" + record, random.nextInt(8) == 0 ? REFUSED : 1 + random.nextInt(2));
                }
            }
            return new Told(day, full, fines);
        }

        Path write(ListFeed list) throws IOException {
            List<String> rows = new ArrayList<>();
            fines.forEach((key, fine) -> rows.add(
                    fine == REFUSED
                            ? ListFeed.row(key, "Shop " + key, 1).replace("2020-01-01", "never")
                            : ListFeed.row(key, "Shop " + key, fine)));
            String name = (full ? "full" : "some") + " 2024-01-%02d.csv".formatted(day);
            return list.file(name, rows.toArray(String[]::new));
        }
    }

    private static List<String> expected(List<Told> files) {
        Map<String, Integer> present = new TreeMap<>();
        for (Told file : files) {
            if (file.full()) {
                present.keySet().removeIf(key -> !file.fines().containsKey(key));
            }
            file.fines().forEach((key, fine) -> {
                if (fine != Told.REFUSED) {
                    present.put(key, fine);
                }
            });
        }
        List<String> lines = new ArrayList<>();
        present.forEach((key, fine) -> {
            lines.add("business list/Shop %s / %s / 2020-01-01 {\"name\":\"Shop %s\"}".formatted(key, key, key));
            lines.add("penalty list/Shop %s / %s / 2020-01-01 {\"fine\":%d}".formatted(key, key, fine));
        });
        Collections.sort(lines);
        return lines;
    }

    @OnEachServer
    void filesInAnyOrderEndInTheSamePresentState(TestDatabases server) throws IOException {
        ListFeed list = ListFeed.in(directory);
        for (int seed = 1; seed <= SEEDS; seed++) {
            Random random = new Random(seed);
            List<Told> files = new ArrayList<>();
            for (int day = 1; day <= 5; day++) {
                files.add(Told.of(day, random));
            }
            List<String> expected = expected(files);
            try (Intake intake = Intake.on(server, list.config())) {
                for (int order = 0; order < ORDERS; order++) {
                    List<Told> arrivals = new ArrayList<>(files);
                    Collections.shuffle(arrivals, random);
                    checkOrder(intake, list, arrivals, expected, "seed " + seed + ", in the order " + arrivals);
                    forget(intake);
                }
            }
        }
    }

    private static void checkOrder(
            Intake intake, ListFeed list, List<Told> arrivals, List<String> expected, String which) throws IOException {
        for (Told file : arrivals) {
            intake.run("list", file.write(list), RetractionCheck.CONFIRMED);
        }
        assertThat(list.present(intake)).as(which).isEqualTo(expected);
        // Recognised as a whole; and looked at row by row, as if another definition had taken it in.
        for (String forgetting : List.of("", "UPDATE import_run SET definition = NULL")) {
            if (!forgetting.isEmpty()) {
                intake.test().database().dsl().execute(forgetting);
            }
            for (Told file : arrivals) {
                ImportReport again = intake.run("list", file.write(list), RetractionCheck.CONFIRMED);
                assertThat(again.changedNothing()).as("again, " + which).isTrue();
            }
            assertThat(list.present(intake)).as("after all again, " + which).isEqualTo(expected);
        }
    }

    private static void forget(Intake intake) {
        for (String table : List.of("fact", "business", "identity", "import_run", "quarantine", "refused_record")) {
            intake.test().database().dsl().execute("TRUNCATE TABLE " + table);
        }
    }
}
