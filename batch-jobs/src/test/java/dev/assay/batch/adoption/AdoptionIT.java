package dev.assay.batch.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.batch.TestJobs;
import dev.assay.batch.daily.Daily;
import dev.assay.batch.district.DistrictGenerator;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.listing.Listings;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.Turnover;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.grading.Visibility;
import dev.assay.core.listing.Decision;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.adoption.Checking;
import dev.assay.store.adoption.ModelDraft;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.adoption.StoredVersion;
import dev.assay.store.adoption.Trial;
import dev.assay.store.audit.AuditEntry;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.rating.GradeMove;
import dev.assay.store.rating.HeldRun;
import dev.assay.store.rating.HeldRuns;
import dev.assay.store.rating.RatingModel;
import dev.assay.store.rating.RatingOutcome;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Versions of a model in force, on trial and retired, and the brake, through the daily job on a made-up district. */
class AdoptionIT {

    private static final String MODEL = "cn-food-risk-2016";
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int BUSINESSES = 400;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path directory;

    /** Keeps the outcomes of runs. */
    private static final class Heard implements Daily.Listener {
        private final Map<String, RatingOutcome> outcomes = new LinkedHashMap<>();
        private long refusedRows;

        @Override
        public void imported(ImportReport report) {
            refusedRows += report.refused();
        }

        @Override
        public void refused(Path file, FileRefusedException refusal) {}

        @Override
        public void rated(GradingModel model, RatingOutcome outcome) {
            outcomes.put(model.id(), outcome);
        }

        @Override
        public void tried(String series, RatingOutcome outcome) {
            outcomes.put(series, outcome);
        }

        @Override
        public void listed(Listings.Outcome outcome) {}

        @Override
        public void published(LocalDate day) {}

        RatingOutcome of(String series) {
            return Objects.requireNonNull(outcomes.get(series), series);
        }
    }

    /** A context with its database. */
    private record Chain(TestDatabase test, AnnotationConfigApplicationContext context, Path directory)
            implements AutoCloseable {

        Heard night(LocalDate day) {
            Heard heard = new Heard();
            long waiting = context.getBean(Daily.class).run(directory.resolve("feeds"), day, heard);
            assertThat(waiting - heard.refusedRows)
                    .isEqualTo(heard.outcomes.values().stream()
                            .filter(outcome -> outcome.held() != null)
                            .count());
            return heard;
        }

        ModelVersions versions() {
            return new ModelVersions(test.database().dsl());
        }

        long count(String sql) {
            Object value = test.database().dsl().fetchSingle(sql).get(0);
            return ((Number) Objects.requireNonNull(value)).longValue();
        }

        boolean hasPublished(LocalDate day) {
            return directory
                    .resolve("published/ratings-%s-%s.csv".formatted(MODEL, day))
                    .toFile()
                    .exists();
        }

        @Override
        public void close() {
            context.close();
            test.close();
        }
    }

    private Chain chain(TestDatabases server) {
        DistrictGenerator.write(BUSINESSES, 7, TODAY, directory.resolve("feeds"));
        TestDatabase test = server.fresh();
        return new Chain(test, TestJobs.on(test.database(), directory, InstantSource.system()), directory);
    }

    /** The packaged model, but for partners too, so that its grades are published. */
    private static String milder() {
        return GradingModels.file(ConfigFiles.packaged(), MODEL)
                .content()
                .replace("visibility: internal", "visibility: partners");
    }

    /** With harsher bands, so that most grades change, and for everyone. */
    private static String harsher() {
        return milder().replace("visibility: partners", "visibility: public")
                .replace("{grade: A, at_least: 0, at_most: 30,", "{grade: A, at_least: 0, at_most: 5,")
                .replace("{grade: B, above: 30, at_most: 45,", "{grade: B, above: 5, at_most: 10,")
                .replace("{grade: C, above: 45, at_most: 60,", "{grade: C, above: 10, at_most: 15,")
                .replace("{grade: D, above: 60,", "{grade: D, above: 15,")
                .replace("{Ⅰ: A, Ⅱ: B, Ⅲ: C, Ⅳ: D}", "{Ⅰ: C, Ⅱ: C, Ⅲ: D, Ⅳ: D}");
    }

    private static StoredVersion simulated(ModelVersions versions, String text) {
        ConfigFile whole = new ConfigFile("models/" + MODEL + ".yaml", text);
        int id = versions.add(new ModelDraft(MODEL, "2", whole.content()), "li", NOW);
        versions.check(versions.find(id).orElseThrow(), new Checking(whole.content(), whole.sha256()), "li", NOW);
        versions.simulate(versions.find(id).orElseThrow(), whole.sha256(), Values.EMPTY, "li", NOW);
        return versions.find(id).orElseThrow();
    }

    private static StoredVersion approved(ModelVersions versions, String text, LocalDate from) {
        StoredVersion seen = simulated(versions, text);
        versions.decide(seen, ((Adoption.Simulated) seen.adoption()).approve(by("wang"), from), "wang", NOW);
        return versions.find(seen.id()).orElseThrow();
    }

    private static Decision by(String person) {
        return new Decision(person, NOW, TODAY, "weighed");
    }

    @OnEachServer
    void a_night_that_would_change_too_many_grades_is_held_until_a_person_releases_it(TestDatabases server) {
        try (Chain chain = chain(server)) {
            approved(chain.versions(), milder(), TODAY);
            RatingOutcome first = chain.night(TODAY).of(MODEL);
            assertThat(first.held()).as("a first run has nothing to change").isNull();
            assertThat(chain.hasPublished(TODAY)).isTrue();
            approved(chain.versions(), harsher(), TOMORROW);

            RatingOutcome held = chain.night(TOMORROW).of(MODEL);

            Turnover turnover = Objects.requireNonNull(held.held());
            assertThat(turnover.changed()).isGreaterThan(100);
            assertThat(held.counts()).as("what stands is what stood").isEqualTo(first.counts());
            assertThat(chain.hasPublished(TOMORROW)).isFalse();
            HeldRuns runs = new HeldRuns(chain.test().database().dsl());
            HeldRun waiting = runs.all().getFirst();
            assertThat(waiting.otherVersion()).isTrue();
            assertThat(visibility(chain))
                    .as("what a held version says of who may see its grades does not count yet")
                    .isEqualTo(Visibility.PARTNERS);
            assertThat(runs.moves(waiting).stream()
                            .filter(GradeMove::isChange)
                            .mapToLong(GradeMove::subjects)
                            .sum())
                    .isEqualTo(turnover.changed());

            assertThat(runs.release(waiting.id(), by("wang"))).isTrue();
            assertThat(runs.release(waiting.id(), by("zhang")))
                    .as("somebody else has decided")
                    .isFalse();

            assertThat(runs.all()).isEmpty();
            assertThat(visibility(chain)).isEqualTo(Visibility.PUBLIC);
            assertThat(chain.count("SELECT COUNT(*) FROM staged_rating")).isZero();
            assertThat(chain.count("SELECT COUNT(*) FROM rating WHERE newest AND as_of = '2026-11-23'"))
                    .isGreaterThanOrEqualTo(turnover.changed());
            assertThat(new AuditLog(chain.test().database().dsl())
                            .newest(AuditQuery.of("rating-run:" + waiting.id()), 0, 9))
                    .extracting(AuditEntry::act, AuditEntry::actor)
                    .containsExactly(tuple("ratings-released", "wang"));
            RatingOutcome after = chain.night(TOMORROW).of(MODEL);
            assertThat(after.held()).isNull();
            assertThat(after.changed()).isZero();
            assertThat(chain.hasPublished(TOMORROW)).isTrue();
        }
    }

    private static Visibility visibility(Chain chain) {
        return new StoredRatings(chain.test().database().dsl())
                .models().stream()
                        .filter(model -> model.model().equals(MODEL))
                        .map(RatingModel::visibility)
                        .findFirst()
                        .orElseThrow();
    }

    @OnEachServer
    void a_run_that_is_held_gives_way_to_the_next_night_and_a_rejected_one_leaves_nothing(TestDatabases server) {
        try (Chain chain = chain(server)) {
            RatingOutcome first = chain.night(TODAY).of(MODEL);
            approved(chain.versions(), harsher(), TOMORROW);
            chain.night(TOMORROW);
            HeldRuns runs = new HeldRuns(chain.test().database().dsl());
            long before = runs.all().getFirst().id();

            RatingOutcome next = chain.night(TOMORROW.plusDays(1)).of(MODEL);

            assertThat(next.held()).isNotNull();
            assertThat(runs.all()).extracting(HeldRun::id).containsExactly(next.run());
            assertThat(runs.find(before)).isEmpty();
            assertThat(runs.reject(next.run(), by("wang"))).isTrue();
            assertThat(runs.all()).isEmpty();
            assertThat(chain.count("SELECT COUNT(*) FROM staged_rating")).isZero();
            assertThat(chain.count("SELECT COUNT(*) FROM rating")).isEqualTo(first.changed());
        }
    }

    @OnEachServer
    void a_version_on_trial_rates_apart_and_nobody_outside_sees_it(TestDatabases server) {
        try (Chain chain = chain(server)) {
            approved(chain.versions(), milder(), TODAY);
            StoredVersion version = simulated(chain.versions(), harsher());
            chain.versions().tryOut(version, new Trial(TODAY, TOMORROW), "li", NOW);
            String series = Trial.series(MODEL, version.id());

            Heard heard = chain.night(TODAY);

            assertThat(heard.of(series).rated()).isEqualTo(heard.of(MODEL).rated());
            assertThat(heard.of(series).counts()).isNotEqualTo(heard.of(MODEL).counts());
            assertThat(heard.of(series).held()).isNull();
            assertThat(new StoredRatings(chain.test().database().dsl()).models())
                    .extracting(RatingModel::model)
                    .doesNotContain(series);
            assertThat(chain.hasPublished(TODAY)).isTrue();
            assertThat(directory.resolve("published").toFile().list()).noneMatch(name -> name.contains("#"));
            assertThat(chain.night(TOMORROW).of(series).full())
                    .as("the second night rates what changed")
                    .isFalse();
            assertThat(chain.night(TOMORROW.plusDays(1)).outcomes).containsOnlyKeys(MODEL);
        }
    }

    @OnEachServer
    void a_retired_model_rates_no_more_and_its_grades_are_not_published(TestDatabases server) {
        try (Chain chain = chain(server)) {
            StoredVersion version = approved(chain.versions(), harsher(), TODAY);
            assertThat(chain.night(TODAY).of(MODEL).counts()).isNotEmpty();
            chain.versions()
                    .decide(version, ((Adoption.Approved) version.adoption()).retire(by("wang"), TODAY), "wang", NOW);

            assertThat(chain.night(TOMORROW).outcomes).doesNotContainKey(MODEL);
            assertThat(chain.hasPublished(TODAY)).isTrue();
            assertThat(chain.hasPublished(TOMORROW)).isFalse();
        }
    }

    @OnEachServer
    void an_approved_version_decides_from_its_day_on_and_the_configuration_before(TestDatabases server) {
        try (Chain chain = chain(server)) {
            StoredVersion version = approved(chain.versions(), harsher(), TOMORROW);
            ModelsInUse models = chain.context().getBean(ModelsInUse.class);

            assertThat(models.text(MODEL, TODAY).content()).doesNotContain("at_most: 5,");
            assertThat(models.text(MODEL, TOMORROW).content()).contains("at_most: 5,");
            assertThat(models.on(TODAY)).extracting(ModelInUse::version).containsOnlyNulls();
            assertThat(models.on(TOMORROW)).extracting(ModelInUse::version).contains(version);
            assertThat(models.text("uk-fhrs", TOMORROW).content()).contains("id: uk-fhrs");
        }
    }
}
