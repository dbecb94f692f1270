package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.JobFailedException;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.identity.Identity;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Files that are the full state of their feed, beside files that are not. */
class FullStateIT {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ListFeed list;

    @BeforeEach
    void feed() throws IOException {
        list = ListFeed.in(directory);
    }

    private static String[] numbers(int from, int to) {
        String[] rows = new String[to - from + 1];
        Arrays.setAll(rows, i -> ListFeed.row("r" + (from + i), "Shop " + (from + i), 1));
        return rows;
    }

    private static String[] and(String[] rows, String... more) {
        List<String> all = new ArrayList<>(List.of(rows));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @OnEachServer
    void whatAFullStateLacksIsRetractedAndWhatItHasStands(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 20));
            ImportReport report = list.full(
                    intake,
                    "2024-01-02",
                    and(numbers(2, 20), ListFeed.row("r99", "New", 1), ListFeed.row("r2", "Shop 2", 7)));
            // r2 stands twice and its last row counts: the first is replaced, the last corrects.
            assertThat(Intake.account(report)).isEqualTo("read 21 = taken 1 + unchanged 18 + superseded 2 + refused 0");
            assertThat(report.retracted()).isEqualTo(1);
            assertThat(intake.texts(
                            "SELECT CONCAT_WS(' ', record_key, superseded_as) FROM fact WHERE record_key = 'r1'"))
                    .containsExactly("r1 RETRACTED", "r1 RETRACTED");
            assertThat(intake.texts("""
                            SELECT CONCAT(r.as_at, ' ', r.retracted, ' ', f.kind)
                            FROM fact f JOIN import_run r ON r.recorded_at = f.superseded_at
                            WHERE f.superseded_as = 'RETRACTED' ORDER BY f.kind
                            """)).containsExactly("2024-01-02 1 business", "2024-01-02 1 penalty");
            assertThat(intake.texts("""
                            SELECT b.name FROM business b JOIN import_run r ON r.recorded_at = b.changed_at
                            WHERE r.as_at = '2024-01-02' ORDER BY 1
                            """)).containsExactly("New", "Shop 1", "Shop 2");
        }
    }

    @OnEachServer
    void aRetractedRecordIsNotInTheFileButStaysInThatOfBefore(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 10));
            Instant before = Instant.now();
            list.full(intake, "2024-01-02", numbers(2, 10));
            CreditFileReader files = new CreditFileReader(intake.test().database());
            Identity gone = new Identity("local", "list/Shop 1");
            LocalDate day = LocalDate.of(2024, 2, 1);
            assertThat(files.find(gone, new Cut(day, before))
                            .orElseThrow()
                            .file()
                            .facts())
                    .hasSize(2);
            assertThat(files.find(gone, new Cut(day, Instant.now().plusSeconds(60)))
                            .orElseThrow()
                            .file()
                            .facts())
                    .isEmpty();
        }
    }

    @OnEachServer
    void whatStandsAgainInALaterFullStateIsANewVersion(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 10));
            list.full(intake, "2024-01-02", numbers(2, 10));
            ImportReport back = list.full(intake, "2024-01-03", numbers(1, 10));
            assertThat(Intake.account(back)).isEqualTo("read 10 = taken 1 + unchanged 9 + superseded 0 + refused 0");
            assertThat(intake.texts("""
                            SELECT CONCAT_WS(' ', as_at, superseded_as) FROM fact
                            WHERE record_key = 'r1' AND kind = 'penalty' ORDER BY fact_id
                            """)).containsExactly("2024-01-01 RETRACTED", "2024-01-03");
            assertThat(list.present(intake)).hasSize(20);
        }
    }

    @OnEachServer
    void anOlderFileThatComesLateNeitherRetractsNorBringsBack(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 20));
            list.full(intake, "2024-01-03", and(numbers(2, 20), ListFeed.row("r50", "Fifty", 1)));
            List<String> present = list.present(intake);
            // Day 2 lacks r20, which day 3 has; it has r1, which day 3 lacks, and r60, which day 3 lacks too.
            ImportReport late = list.full(intake, "2024-01-02", and(numbers(1, 19), ListFeed.row("r60", "Sixty", 1)));
            assertThat(late.retracted()).isZero();
            assertThat(Intake.account(late)).isEqualTo("read 20 = taken 0 + unchanged 18 + superseded 2 + refused 0");
            assertThat(list.present(intake)).isEqualTo(present);
            assertThat(intake.texts("SELECT DISTINCT superseded_as FROM fact WHERE record_key = 'r60'"))
                    .containsExactly("OLDER");
            list.delta(intake, "2024-01-02", ListFeed.row("r1", "Shop 1", 3));
            assertThat(list.present(intake)).isEqualTo(present);
            list.delta(intake, "2024-01-04", ListFeed.row("r1", "Shop 1", 4));
            assertThat(list.present(intake)).hasSize(present.size() + 2);
        }
    }

    @OnEachServer
    void aDeltaOfALaterDayOutlivesAFullStateThatComesAfterIt(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 20));
            list.delta(intake, "2024-01-05", ListFeed.row("r70", "Seventy", 1), ListFeed.row("r1", "Shop 1", 1));
            ImportReport report = list.full(intake, "2024-01-04", numbers(3, 20));
            // r1 was confirmed on the 5th; r2 was last seen on the 1st.
            assertThat(report.retracted()).isEqualTo(1);
            assertThat(list.present(intake))
                    .anyMatch(line -> line.contains(" r1 "))
                    .anyMatch(line -> line.contains("r70"));
            assertThat(list.present(intake)).noneMatch(line -> line.contains(" r2 "));
        }
    }

    @OnEachServer
    void ofTwoFilesOfADayTheLastStandsAndTheSameFileAgainChangesNothing(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 20));
            Path first = list.file("full 2024-01-02 a.csv", and(numbers(1, 20), ListFeed.row("r80", "Eighty", 1)));
            intake.run("list", first);
            Path second = list.file("full 2024-01-02 b.csv", numbers(1, 20));
            assertThat(intake.run("list", second).retracted()).isEqualTo(1);
            List<String> present = list.present(intake);
            ImportReport again = intake.run("list", first);
            assertThat(again.changedNothing()).isTrue();
            assertThat(Intake.account(again)).isEqualTo("read 21 = taken 0 + unchanged 21 + superseded 0 + refused 0");
            assertThat(intake.run("list", second).changedNothing()).isTrue();
            assertThat(list.present(intake)).isEqualTo(present);
        }
    }

    @OnEachServer
    void moreThanATenthWaitsUntilItIsConfirmed(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 20));
            assertThat(list.full(intake, "2024-01-02", numbers(3, 20)).retracted())
                    .isEqualTo(2); // 2 of 20: a tenth, and not more
            List<String> present = list.present(intake);
            List<String> facts = intake.texts("SELECT COUNT(*) FROM fact");
            Path file =
                    list.file("full 2024-01-03.csv", and(numbers(5, 20), ListFeed.row("r90", "Ninety", 1), "short"));
            ImportReport waiting = intake.run("list", file); // 2 of 18 are more
            assertThat(waiting.isWaiting()).isTrue();
            assertThat(waiting.absent()).isEqualTo(new ImportReport.Absent(2, 18, true, 1));
            assertThat(list.present(intake)).isEqualTo(present);
            assertThat(intake.texts("SELECT COUNT(*) FROM fact")).isEqualTo(facts);
            assertThat(intake.texts("SELECT name FROM business WHERE name = 'Ninety'"))
                    .isEmpty();
            assertThat(
                            intake.texts(
                                    "SELECT CONCAT_WS(' ', state, as_at, rows_read, retracted, absent) FROM import_run ORDER BY run_id DESC LIMIT 1"))
                    .containsExactly("WAITING 2024-01-03 18 0 2");
            assertThat(intake.texts("SELECT run_id FROM staged_fact")).isEmpty();
            assertThat(intake.run("list", file).isWaiting()).isTrue();
            ImportReport confirmed = intake.run("list", file, RetractionCheck.CONFIRMED);
            assertThat(Intake.account(confirmed))
                    .isEqualTo("read 18 = taken 1 + unchanged 16 + superseded 0 + refused 1");
            assertThat(confirmed.retracted()).isEqualTo(2);
            assertThat(list.present(intake)).hasSize(2 * 17);
            assertThat(intake.texts("SELECT state FROM import_run ORDER BY run_id"))
                    .containsExactly("PUBLISHED", "PUBLISHED", "REPEATED", "REPEATED", "PUBLISHED");
            assertThat(intake.texts("SELECT DISTINCT STATUS FROM BATCH_JOB_EXECUTION"))
                    .containsExactly("COMPLETED");
        }
    }

    @OnEachServer
    void aRecordWhoseRowIsRefusedIsNotAbsent(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 20));
            String refused = ListFeed.row("r2", "Shop 2", 1).replace("2020-01-01", "2020-01-99");
            ImportReport report = list.full(intake, "2024-01-03", and(numbers(3, 20), refused));
            assertThat(report.refused()).isEqualTo(1);
            assertThat(report.retracted()).isEqualTo(1);
            assertThat(list.present(intake)).anyMatch(line -> line.contains(" r2 "));
            // Nor does it count as absent when an older file comes late.
            list.delta(intake, "2024-01-02", ListFeed.row("r2", "Shop 2", 5), ListFeed.row("r1", "Shop 1", 5));
            assertThat(list.present(intake))
                    .anyMatch(line -> line.contains(" r2 ") && line.contains("\"fine\":5"))
                    .noneMatch(line -> line.contains(" r1 "));
        }
    }

    @OnEachServer
    void whereTheKeyOfARefusedRowCannotBeReadNothingIsRetractedUntilSomebodyConfirms(TestDatabases server)
            throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 20));
            Path file =
                    list.file("full 2024-01-02.csv", and(numbers(2, 20), ListFeed.row("r30", "Thirty", 1), "short"));
            ImportReport held = intake.run("list", file);
            assertThat(Intake.account(held)).isEqualTo("read 21 = taken 1 + unchanged 19 + superseded 0 + refused 1");
            assertThat(held.retracted()).isZero();
            assertThat(held.absent()).isEqualTo(new ImportReport.Absent(1, 20, false, 1));
            assertThat(list.present(intake)).anyMatch(line -> line.contains(" r1 "));
            ImportReport confirmed = intake.run("list", file, RetractionCheck.CONFIRMED);
            assertThat(confirmed.retracted()).isEqualTo(1);
            assertThat(confirmed.absent()).isNull();
            assertThat(list.present(intake)).noneMatch(line -> line.contains(" r1 "));
        }
    }

    @OnEachServer
    void aDescriptionThatIsRetractedGivesWayToTheOneBeforeIt(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            String[] rows = and(numbers(1, 20), "old,X,Old name,2019-01-01,1", "new,X,New name,2021-01-01,1");
            list.full(intake, "2024-01-01", rows);
            assertThat(intake.texts("SELECT name FROM business WHERE identity = 'list/X'"))
                    .containsExactly("New name");
            list.full(intake, "2024-01-02", and(numbers(1, 20), "old,X,Old name,2019-01-01,1"));
            assertThat(intake.texts("SELECT name FROM business WHERE identity = 'list/X'"))
                    .containsExactly("Old name");
            list.full(intake, "2024-01-03", numbers(1, 20));
            // It has left the list, and is still found by its last name.
            assertThat(intake.texts("SELECT name FROM business WHERE identity = 'list/X'"))
                    .containsExactly("Old name");
        }
    }

    @OnEachServer
    void anEmptyFullStateWaitsAndThenRetractsEverything(TestDatabases server) throws IOException {
        try (Intake intake = Intake.on(server, list.config())) {
            list.full(intake, "2024-01-01", numbers(1, 3));
            Path empty = list.file("full 2024-01-02.csv");
            assertThat(intake.run("list", empty).isWaiting()).isTrue();
            assertThat(intake.run("list", empty, RetractionCheck.CONFIRMED).retracted())
                    .isEqualTo(3);
            assertThat(list.present(intake)).isEmpty();
            list.full(intake, "2024-01-01", numbers(4, 6));
            assertThat(list.present(intake)).isEmpty();
            Path undated = list.file("full.csv", numbers(1, 3));
            assertThatThrownBy(() -> intake.run("list", undated)).isInstanceOf(FileRefusedException.class);
        }
    }

    @OnEachServer
    void aRestartEqualsNoFailure(TestDatabases server) throws IOException {
        String[] second = and(numbers(500, 12_000), "broken");
        for (int i = 0; i < second.length; i += 97) {
            second[i] = second[i].replace("2020-01-01", "soon");
        }
        try (Intake broken = Intake.on(server, list.config());
                Intake whole = Intake.on(server, list.config())) {
            list.full(broken, "2024-01-01", numbers(1, 12_000));
            list.full(whole, "2024-01-01", numbers(1, 12_000));
            Path file = list.file("full 2024-01-02.csv", second);
            broken.breakLoadingAt(9_000);
            assertThatThrownBy(() -> broken.run("list", file, RetractionCheck.CONFIRMED))
                    .isInstanceOf(JobFailedException.class);
            broken.mend();
            ImportReport restarted = broken.run("list", file, RetractionCheck.CONFIRMED);
            ImportReport unbroken = whole.run("list", file, RetractionCheck.CONFIRMED);
            assertThat(restarted.retracted()).isEqualTo(499).isEqualTo(unbroken.retracted());
            assertThat(Intake.account(restarted)).isEqualTo(Intake.account(unbroken));
            assertThat(list.present(broken)).isEqualTo(list.present(whole));
            String refused = "SELECT CONCAT_WS(' ', fact_no, kind, record_key) FROM refused_record ORDER BY fact_no";
            assertThat(broken.texts(refused)).isEqualTo(whole.texts(refused)).hasSize(2 * 119);
        }
    }

    @OnEachServer
    void anImportThatWasBegunUnderAnotherDefinitionBeginsAnew(TestDatabases server) throws IOException {
        String[] rows = numbers(1, 12_000);
        Path file = list.file("full 2024-01-01.csv", rows);
        try (Intake intake = Intake.on(server, list.config())) {
            intake.breakLoadingAt(9_000);
            assertThatThrownBy(() -> intake.run("list", file)).isInstanceOf(JobFailedException.class);
            intake.mend();
            list.define("{column: fine, factor: 10}");
            intake.run("list", file);
            assertThat(intake.texts("SELECT DISTINCT JSON_EXTRACT(content, '$.fine') FROM fact WHERE kind = 'penalty'"))
                    .containsExactly("10");
            assertThat(intake.texts("SELECT state FROM import_run ORDER BY run_id"))
                    .containsExactly("FAILED", "PUBLISHED");
            assertThat(intake.texts("SELECT run_id FROM staged_fact")).isEmpty();
            // Back to the first definition: what was given up is not gone on with.
            list.define("fine");
            ImportReport back = intake.run("list", file);
            assertThat(back.superseded()).isEqualTo(12_000);
            assertThat(intake.texts("SELECT state FROM import_run ORDER BY run_id"))
                    .containsExactly("FAILED", "PUBLISHED", "PUBLISHED");
        }
    }
}
