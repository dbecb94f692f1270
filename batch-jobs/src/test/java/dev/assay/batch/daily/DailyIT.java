package dev.assay.batch.daily;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.TestJobs;
import dev.assay.batch.district.DistrictGenerator;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.listing.Listings;
import dev.assay.batch.rate.RateRequest;
import dev.assay.batch.rate.Ratings;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.RatingEngine;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.database.Database;
import dev.assay.store.fact.Cut;
import dev.assay.store.rating.RatingOutcome;
import dev.assay.store.rating.RatingRuns;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The whole chain on a made-up district, on each server. */
class DailyIT {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final int BUSINESSES = 150;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    /** Counts what it is told. */
    private static final class Heard implements Daily.Listener {
        private long proposed;
        private long refusedFiles;

        @Override
        public void imported(ImportReport report) {
            assertThat(report.read())
                    .isEqualTo(report.taken() + report.unchanged() + report.superseded() + report.refused());
        }

        @Override
        public void refused(Path file, FileRefusedException refusal) {
            refusedFiles++;
        }

        @Override
        public void rated(GradingModel model, RatingOutcome outcome) {
            assertThat(model.id()).isEqualTo("cn-food-risk-2016");
        }

        @Override
        public void listed(Listings.Outcome outcome) {
            proposed += outcome.proposed();
        }

        @Override
        public void published(LocalDate day) {
            assertThat(day).isEqualTo(TODAY);
        }
    }

    private AnnotationConfigApplicationContext jobs(Database database) {
        return TestJobs.on(database, directory, InstantSource.system());
    }

    private static RateRequest rate(LocalDate asOf, boolean full) {
        ConfigFile file = GradingModels.file(ConfigFiles.packaged(), "cn-food-risk-2016");
        return new RateRequest(GradingModels.parse(file, Vocabulary.BUILT_IN), file.content(), asOf, null, full);
    }

    @OnEachServer
    void the_chain_grades_proposes_and_publishes_and_twice_is_as_once(TestDatabases server) throws Exception {
        DistrictGenerator.write(BUSINESSES, 7, TODAY, directory.resolve("feeds"));
        Files.writeString(
                Files.createDirectories(directory.resolve("feeds/fhrs")).resolve("broken.csv"), "a,b\n1,2\n");
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            Heard first = new Heard();
            context.getBean(Daily.class).run(directory.resolve("feeds"), TODAY, first);
            assertThat(first.refusedFiles).isEqualTo(1);
            long ratings = count(test, "SELECT COUNT(*) FROM rating");
            assertThat(ratings).isGreaterThan(BUSINESSES / 2);
            assertThat(count(test, "SELECT COUNT(*) FROM listing_case")).isEqualTo(first.proposed);
            assertThat(directory.resolve("published/serious-violations-2026-11-22.csv"))
                    .exists();

            Heard second = new Heard();
            context.getBean(Daily.class).run(directory.resolve("feeds"), TODAY, second);
            assertThat(second.proposed).isZero();
            assertThat(count(test, "SELECT COUNT(*) FROM rating")).isEqualTo(ratings);
            assertThat(count(test, "SELECT COUNT(*) FROM staged_rating")).isZero();
        }
    }

    @OnEachServer
    void an_incremental_run_leaves_nothing_for_a_full_run_to_change(TestDatabases server) {
        DistrictGenerator.write(BUSINESSES, 11, TODAY, directory.resolve("feeds"));
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            context.getBean(Daily.class).run(directory.resolve("feeds"), TODAY, new Heard());
            Ratings ratings = context.getBean(Ratings.class);
            for (String day : List.of("2026-12-05", "2027-01-01", "2027-06-30", "2028-01-01")) {
                RatingOutcome incremental = ratings.run(rate(LocalDate.parse(day), false));
                RatingOutcome full = ratings.run(rate(LocalDate.parse(day), true));
                assertThat(incremental.full()).as(day).isFalse();
                assertThat(incremental.rated()).as(day).isLessThan(full.rated());
                assertThat(full.full()).as(day).isTrue();
                assertThat(full.changed()).as(day).isZero();
            }
            RatingOutcome past = ratings.run(rate(LocalDate.parse("2026-06-01"), true));
            assertThat(past.changed())
                    .as("a run of a past day adds to the history")
                    .isPositive();
            assertThat(ratings.run(rate(LocalDate.parse("2028-01-01"), true)).changed())
                    .as("and replaces nothing")
                    .isZero();
        }
    }

    @OnEachServer
    void an_interrupted_run_is_taken_up_again_and_doubles_nothing(TestDatabases server) {
        DistrictGenerator.write(BUSINESSES, 13, TODAY, directory.resolve("feeds"));
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context = jobs(test.database())) {
            context.getBean(Daily.class).run(directory.resolve("feeds"), TODAY, new Heard());
            LocalDate next = TODAY.plusDays(40);
            RatingRuns runs = new RatingRuns(test.database().dsl());
            int modelKey = (int) count(test, "SELECT model_key FROM grading_model WHERE model = 'cn-food-risk-2016'");
            Ratings ratings = context.getBean(Ratings.class);
            var interrupted = runs.begin(
                    modelKey,
                    RatingEngine.VERSION,
                    new Cut(next, ratings.settledInstant()),
                    OptionalLong.empty(),
                    null,
                    InstantSource.system().instant());
            test.database()
                    .dsl()
                    .execute(
                            "INSERT INTO staged_rating (rating_run_id, business_key, subject_scheme, subject, sector, state,"
                                    + " effective_from, digest) SELECT " + interrupted.id()
                                    + ", business_key, subject_scheme, subject, sector, 'NOT_RATED', effective_from, 'half done'"
                                    + " FROM rating WHERE newest");
            RatingOutcome outcome = ratings.run(rate(next, false));
            assertThat(outcome.run()).isEqualTo(interrupted.id());
            assertThat(count(test, "SELECT COUNT(*) FROM rating WHERE digest = 'half done'"))
                    .isZero();
            assertThat(ratings.run(rate(next, true)).changed()).isZero();
        }
    }

    private static long count(TestDatabase test, String sql) {
        Object value = test.database().dsl().fetchSingle(sql).get(0);
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
