package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** Some of the presets through the real job: identities without a code, declared kinds, samples of several rows. */
class PresetsIT {

    private static final Path FOLDER = Path.of("src/test/resources/presets");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    @OnEachServer
    void businessesWithoutACodeHaveFilesAndTheSameFileAgainChangesNothing(TestDatabases server) {
        try (Intake intake = Intake.on(server)) {
            ImportReport report = intake.run("cn-small-business", FOLDER.resolve("cn-small-business.csv"));
            assertThat(Intake.account(report)).isEqualTo("read 5 = taken 3 + unchanged 0 + superseded 0 + refused 2");
            ImportReport penalties = intake.run("cn-penalty", FOLDER.resolve("cn-penalty.csv"));
            assertThat(Intake.account(penalties))
                    .isEqualTo("read 7 = taken 5 + unchanged 0 + superseded 0 + refused 2");
            assertThat(intake.texts("SELECT CONCAT(scheme, ':', identity) FROM business ORDER BY 1"))
                    .containsExactly(
                            "local:cn-penalty/11320600014220000X|某市监罚〔2025〕5号",
                            "local:cn-small-business/崇川区市场监督管理局|崇川区西市场|A-12",
                            "registration-no:320600000000017",
                            "registration-no:320600000000018",
                            "small-food-card:苏餐320613000002",
                            "uscc:91320600000000019U",
                            "uscc:92320613MA0000015A");
            assertThat(intake.run("cn-penalty", FOLDER.resolve("cn-penalty.csv"))
                            .changedNothing())
                    .isTrue();
        }
    }

    @OnEachServer
    void aRegistrationNumberBecomesThatOfTheCodeOnceARecordHoldsBoth(TestDatabases server) {
        try (Intake intake = Intake.on(server)) {
            intake.run("cn-licence", FOLDER.resolve("cn-licence.csv"));
            intake.run("cn-penalty-2015", FOLDER.resolve("cn-penalty-2015.csv"));
            assertThat(intake.texts("""
                            SELECT CONCAT(b.identity, ' ', f.record_key)
                            FROM fact f JOIN business b ON b.business_key = f.business_key
                            WHERE f.kind = 'penalty' ORDER BY 1
                            """))
                    .containsExactly(
                            "91320600000000019U 某市食品药品监督管理局|某食药监罚〔2016〕1号",
                            "91320600000000019U 某市食品药品监督管理局|某食药监罚〔2016〕2号",
                            "91320600000000019U 某市食品药品监督管理局|某食药监罚〔2016〕3号");
        }
    }

    @OnEachServer
    void aSampleOfSeveralRowsIsOneFactAndAllItsRowsAreCounted(TestDatabases server) throws IOException {
        Path licence = Files.writeString(
                directory.resolve("l.csv"),
                Files.readString(FOLDER.resolve("cn-licence.csv")).replace("崇川区人民路1号", "人民路1号"));
        try (Intake intake = Intake.on(server)) {
            intake.run("cn-licence", licence);
            ImportReport report = intake.run("cn-sampling", FOLDER.resolve("cn-sampling 2021-03-05.csv"));
            assertThat(Intake.account(report)).isEqualTo("read 10 = taken 6 + unchanged 0 + superseded 0 + refused 4");
            assertThat(intake.texts(
                            "SELECT JSON_LENGTH(content, '$.failures') FROM fact WHERE kind = 'sampling-result'"))
                    .containsExactly("4", "1", "1", "1");
        }
    }

    @OnEachServer
    void aRecordOfAnotherRecordHasTheBusinessAndTheDayOfThatOnceItIsThere(TestDatabases server) {
        try (Intake intake = Intake.on(server)) {
            Path violations = FOLDER.resolve("chicago-violations.csv");
            assertThat(Intake.account(intake.run("chicago-violations", violations)))
                    .isEqualTo("read 4 = taken 0 + unchanged 0 + superseded 0 + refused 4");
            assertThat(intake.texts("SELECT CONCAT_WS(' ', reason, value) FROM quarantine ORDER BY line"))
                    .containsExactly(
                            "business-unknown 9900001 · chicago-inspections",
                            "business-unknown 9900002 · chicago-inspections",
                            "bad-number x",
                            "missing-value");
            intake.run("chicago-licences", FOLDER.resolve("chicago-licences.csv"));
            intake.run("chicago-inspections", FOLDER.resolve("chicago-inspections.csv"));
            assertThat(Intake.account(intake.run("chicago-violations", violations)))
                    .isEqualTo("read 4 = taken 2 + unchanged 0 + superseded 0 + refused 2");
            // Before, nothing told the day of the licences held, and it was that of the file; now it is corrected.
            assertThat(Intake.account(intake.run("chicago-licences", FOLDER.resolve("chicago-licences.csv"))))
                    .isEqualTo("read 4 = taken 0 + unchanged 0 + superseded 2 + refused 2");
            assertThat(intake.texts("""
                            SELECT CONCAT_WS(' ', b.identity, f.kind, f.occurred_on, f.known_on)
                            FROM fact f JOIN business b ON b.business_key = f.business_key
                            WHERE f.kind IN ('inspection-findings', 'licences-held') AND f.superseded_at IS NULL ORDER BY 1
                            """))
                    .containsExactly(
                            "99001 inspection-findings 2013-01-31 2013-01-31",
                            "99001 inspection-findings 2014-01-31 2014-01-31",
                            "99001 licences-held 2013-01-31 2013-01-31",
                            "99001 licences-held 2014-01-31 2014-01-31");
            assertThat(intake.texts("SELECT name FROM business WHERE identity = '99001'"))
                    .containsExactly("MADE UP STAR");
        }
    }

    @OnEachServer
    void whatTheRowsOfSeveralRecordsSayOfOneBusinessIsOneFact(TestDatabases server) {
        try (Intake intake = Intake.on(server)) {
            assertThat(Intake.account(intake.run("toronto", FOLDER.resolve("toronto.csv"))))
                    .isEqualTo("read 7 = taken 3 + unchanged 0 + superseded 0 + refused 4");
            assertThat(intake.texts("SELECT CONCAT(kind, ' ', occurred_on) FROM fact ORDER BY 1"))
                    .containsExactly(
                            "business 2005-02-15",
                            "business 2006-02-15",
                            "inspection 2005-02-15",
                            "inspection 2006-02-15",
                            "inspection-findings 2005-02-15",
                            "prosecution 2021-12-31",
                            "published-status 2021-12-31");
        }
    }

    @OnEachServer
    void factsOfDeclaredKindsStandInTheCreditFile(TestDatabases server) {
        try (Intake intake = Intake.on(server)) {
            for (String feed : List.of("cn-complaint", "cn-insurance", "cn-staff-exam", "cn-customs")) {
                intake.run(feed, FOLDER.resolve(feed + ".csv"));
            }
            assertThat(intake.texts("SELECT CONCAT(kind, ' ', COUNT(*)) FROM fact GROUP BY kind ORDER BY 1"))
                    .containsExactly("complaint 1", "customs-credit 2", "insurance 2", "staff-exam 2");
        }
    }
}
