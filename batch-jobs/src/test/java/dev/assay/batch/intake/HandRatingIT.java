package dev.assay.batch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.TestJobs;
import dev.assay.batch.rate.RateRequest;
import dev.assay.batch.rate.Ratings;
import dev.assay.core.fact.Values;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.identity.Identity;
import dev.assay.core.listing.Decision;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.database.Database;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.intake.HandFact;
import dev.assay.store.intake.HandGrounds;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Facts by hand in the grades: the next rating sees the business, and no other; what was known before is graded as before. */
class HandRatingIT {

    private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
    private static final String FHRS = """
            fhrsid,businessname,businesstype,ratingvalue,ratingdate,localauthoritycode,schemetype,hygiene,structural,confidenceinmanagement
            1,The Anchor,Pub/bar/nightclub,5,2024-01-01,022,FHRS,5,5,5
            2,The Bell,Pub/bar/nightclub,5,2024-01-01,022,FHRS,5,5,5
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    private AnnotationConfigApplicationContext jobs(Database database) {
        return TestJobs.on(database, directory, InstantSource.system());
    }

    private static RateRequest asOf(LocalDate day) {
        ConfigFile file = GradingModels.file(ConfigFiles.packaged(), "uk-fhrs");
        return new RateRequest(GradingModels.parse(file, Vocabulary.BUILT_IN), file.content(), day, null, false);
    }

    private static RateRequest rate(@Nullable Instant knownAt) {
        ConfigFile file = GradingModels.file(ConfigFiles.packaged(), "uk-fhrs");
        return new RateRequest(
                GradingModels.parse(file, Vocabulary.BUILT_IN), file.content(), DAY, knownAt, knownAt != null);
    }

    private static HandFact scores(int points) {
        BigDecimal each = BigDecimal.valueOf(points);
        return new HandFact(
                "inspection",
                null,
                LocalDate.of(2024, 1, 20),
                Values.of(Map.of("hygiene", each, "structural", each, "confidence", each)));
    }

    private static HandGrounds because(String paper) {
        return new HandGrounds(new Decision("lin", Instant.now(), DAY, "visited"), paper);
    }

    /** Takes the two pubs in. */
    private Ratings takenIn(AnnotationConfigApplicationContext context) throws IOException {
        context.getBean(Imports.class)
                .run(
                        "fhrs",
                        Files.writeString(directory.resolve("fhrs.csv"), FHRS),
                        Optional.of(LocalDate.of(2024, 1, 2)));
        return context.getBean(Ratings.class);
    }

    private static List<String> grades(TestDatabase test) {
        return test.database().dsl().fetch("""
                        SELECT CONCAT(b.name, ' ', r.grade) AS line
                        FROM rating r JOIN business b ON b.business_key = r.business_key
                        WHERE r.newest ORDER BY line
                        """).getValues(0, String.class);
    }

    @OnEachServer
    void aFactEnteredCorrectedAndWithdrawnByHandChangesTheGradeOfItsBusiness(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            Ratings ratings = takenIn(context);
            ratings.run(rate(null));
            assertThat(grades(test)).containsExactly("The Anchor 5", "The Bell 5");
            Instant before = ratings.settledInstant();

            HandEntries entries = new HandEntries(test.database());
            long anchor = new BusinessRegister(test.database().dsl())
                    .find(new Identity("fhrs", "1"))
                    .orElseThrow()
                    .key();
            long entered = entries.enter(anchor, scores(20), because("P1")).fact();
            assertThat(ratings.run(rate(null)).rated()).isEqualTo(1);
            assertThat(grades(test)).containsExactly("The Anchor 0", "The Bell 5");

            long corrected =
                    entries.correct(anchor, entered, scores(10), because("P2")).fact();
            assertThat(ratings.run(rate(null)).rated()).isEqualTo(1);
            assertThat(grades(test)).containsExactly("The Anchor 3", "The Bell 5");

            entries.withdraw(anchor, corrected, because("P3"));
            ratings.run(rate(null));
            assertThat(grades(test)).containsExactly("The Anchor 5", "The Bell 5");

            // As known before anything was entered, everything is graded as it was then.
            entries.enter(anchor, scores(20), because("P4"));
            ratings.run(rate(before));
            assertThat(grades(test)).containsExactly("The Anchor 5", "The Bell 5");
        }
    }

    @OnEachServer
    void aGradeThatAPersonSetStandsUntilItsLastDayAndEndsByItself(TestDatabases server) throws IOException {
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            Ratings ratings = takenIn(context);
            ratings.run(asOf(DAY));
            long anchor = new BusinessRegister(test.database().dsl())
                    .find(new Identity("fhrs", "1"))
                    .orElseThrow()
                    .key();
            HandFact set = new HandFact(
                    "grade-override",
                    null,
                    DAY,
                    Values.of(Map.of(
                            "model", "uk-fhrs",
                            "grade", "2",
                            "until", DAY.plusDays(10).toString(),
                            "reason", "closed by order of the court")));
            new HandEntries(test.database()).enter(anchor, set, because("P1"));

            assertThat(ratings.run(asOf(DAY)).rated()).isEqualTo(1);
            assertThat(grades(test)).containsExactly("The Anchor 2", "The Bell 5");
            assertThat(new StoredRatings(test.database().dsl())
                            .of(anchor, "uk-fhrs", null)
                            .getFirst()
                            .gradeSetUntil())
                    .isEqualTo(DAY.plusDays(10));
            assertThat(ratings.run(asOf(DAY.plusDays(10))).changed()).isZero();
            assertThat(ratings.run(asOf(DAY.plusDays(11))).rated()).isEqualTo(1);
            assertThat(grades(test)).containsExactly("The Anchor 5", "The Bell 5");
            assertThat(new StoredRatings(test.database().dsl())
                            .of(anchor, "uk-fhrs", null)
                            .getFirst()
                            .gradeSetUntil())
                    .isNull();
        }
    }
}
