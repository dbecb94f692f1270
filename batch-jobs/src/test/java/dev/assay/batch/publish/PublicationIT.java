package dev.assay.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.batch.JobFailedException;
import dev.assay.batch.TestJobs;
import dev.assay.batch.daily.Daily;
import dev.assay.batch.district.DistrictGenerator;
import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.listing.Listings;
import dev.assay.batch.reading.FileRefusedException;
import dev.assay.core.adoption.Adoption;
import dev.assay.core.fact.Values;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.listing.Decision;
import dev.assay.core.publication.Chain;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.adoption.Checking;
import dev.assay.store.adoption.ModelDraft;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.adoption.StoredVersion;
import dev.assay.store.adoption.Trial;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.LoggedChange;
import dev.assay.store.rating.HeldRuns;
import dev.assay.store.rating.RatingOutcome;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** What the daily job publishes of a made-up district, night after night, and what somebody makes of it who has nothing but the files. */
class PublicationIT {

    private static final String MODEL = "cn-food-risk-2016";
    private static final LocalDate FIRST = LocalDate.parse("2026-11-22");
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int BUSINESSES = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path data;

    /** Nobody listens. */
    private static final class Silence implements Daily.Listener {
        @Override
        public void imported(ImportReport report) {}

        @Override
        public void refused(Path file, FileRefusedException refusal) {}

        @Override
        public void rated(GradingModel model, RatingOutcome outcome) {}

        @Override
        public void listed(Listings.Outcome outcome) {}

        @Override
        public void published(LocalDate day) {}
    }

    private static String model(String visibility) {
        return GradingModels.file(ConfigFiles.packaged(), MODEL)
                .content()
                .replace("visibility: internal", "visibility: " + visibility);
    }

    /** So harsh that a night with it is held. */
    private static String harsher() {
        return model("public")
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
        return new Decision(person, NOW, FIRST, "weighed");
    }

    /** Penalties have a test of their own, {@link PublishedPenaltiesIT}. */
    private static List<LoggedChange> follow(FollowingPartner partner) throws IOException {
        return partner.follow().stream()
                .filter(logged -> !logged.change().item().kind().equals("penalty"))
                .toList();
    }

    private static Set<String> kinds(List<LoggedChange> changes) {
        return changes.stream()
                .map(logged -> logged.change().operation().code() + " "
                        + logged.change().item().kind() + " "
                        + logged.change().reason().code())
                .collect(Collectors.toSet());
    }

    private static long count(TestDatabase test, String sql) {
        return ((Number) Objects.requireNonNull(
                        test.database().dsl().fetchSingle(sql).get(0)))
                .longValue();
    }

    private static long standing(TestDatabase test) {
        return count(
                test, "SELECT COUNT(*) FROM rating WHERE newest AND digest <> 'absent' AND model = '" + MODEL + "'");
    }

    /** An entry as a person's decision would leave it. */
    private static void list(TestDatabase test, String first, String last) {
        test.database().dsl().execute("""
                        INSERT INTO listing_case (business_key, rule, edition, fact_id, record_key, state, proposed_on, conduct_zh, conduct_en, basis,
                          provisional, decided_by, decided_at, decision_reason, listed_on, published_on, ends_on)
                        SELECT business_key, 'SV-C2', 'samr-order-44-2021', 1, 'made-up', 'LISTED', '2026-11-01', '试', 'Trial', 'made up', FALSE, 'chen', '2026-11-01', 'because', ?, ?, ?
                        FROM business ORDER BY business_key LIMIT 1
                        """, first, first, last);
    }

    private void night(AnnotationConfigApplicationContext context, int number) {
        context.getBean(Daily.class).run(data.resolve("feeds"), FIRST.plusDays(number), new Silence());
    }

    @OnEachServer
    void what_is_published_follows_what_stands_and_each_night_is_proved_from_the_files(TestDatabases server)
            throws IOException {
        DistrictGenerator.write(BUSINESSES, 7, FIRST, data.resolve("feeds"));
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), data, InstantSource.system())) {
            ModelVersions versions = new ModelVersions(test.database().dsl());
            FollowingPartner open = new FollowingPartner(Chain.PUBLIC, data, test.database());
            FollowingPartner partner = new FollowingPartner(Chain.PARTNERS, data, test.database());

            night(context, 0);
            assertThat(follow(open)).as("the packaged model is internal").isEmpty();
            assertThat(partner.follow()).isEmpty();

            approved(versions, model("partners"), FIRST);
            StoredVersion trial = simulated(versions, harsher());
            versions.tryOut(trial, new Trial(FIRST, FIRST.plusDays(2)), "li", NOW);
            night(context, 1);
            List<LoggedChange> first = partner.follow();
            assertThat(kinds(first)).containsExactly("add rating new-record");
            assertThat((long) first.size()).isEqualTo(standing(test));
            assertThat(first).allMatch(logged -> logged.change().item().key().startsWith(MODEL + " "));
            assertThat(count(test, "SELECT COUNT(*) FROM rating WHERE model LIKE '%#%'"))
                    .as("a trial has rated too, and none of it is published")
                    .isEqualTo(count(test, "SELECT COUNT(*) FROM rating WHERE model <> '" + MODEL + "'"));
            assertThat(follow(open)).isEmpty();

            night(context, 1);
            assertThat(partner.follow()).as("the same night again").isEmpty();

            list(test, "2026-11-23", "2026-11-24");
            night(context, 2);
            assertThat(kinds(follow(open))).containsExactly("add list-entry new-record");
            partner.follow();
            night(context, 3);
            assertThat(kinds(follow(open)))
                    .as("on the day after its last an entry goes, by itself")
                    .containsExactly("withdraw list-entry expiry");
            assertThat(count(test, "SELECT COUNT(*) FROM published_item WHERE kind = 'list-entry'"))
                    .isZero();
            assertThat(new ChangeLog(test.database().dsl()).after(Chain.PUBLIC, 0, 100))
                    .as("and no content of it is left in the log")
                    .filteredOn(logged -> logged.change().item().kind().equals("list-entry"))
                    .allMatch(logged -> logged.content() == null);
            partner.follow();
        }
    }

    @OnEachServer
    void a_held_night_publishes_nothing_and_what_goes_to_other_readers_or_is_retired_is_withdrawn(TestDatabases server)
            throws IOException {
        DistrictGenerator.write(BUSINESSES, 8, FIRST, data.resolve("feeds"));
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), data, InstantSource.system())) {
            ModelVersions versions = new ModelVersions(test.database().dsl());
            FollowingPartner open = new FollowingPartner(Chain.PUBLIC, data, test.database());
            FollowingPartner partner = new FollowingPartner(Chain.PARTNERS, data, test.database());
            approved(versions, model("partners"), FIRST);
            night(context, 3);
            assertThat((long) partner.follow().size()).isEqualTo(standing(test));
            follow(open);

            approved(versions, harsher(), FIRST.plusDays(4));
            night(context, 4);
            HeldRuns runs = new HeldRuns(test.database().dsl());
            long held = runs.all().getFirst().id();
            assertThat(partner.follow()).as("a held night publishes nothing").isEmpty();
            assertThat(follow(open)).isEmpty();
            assertThat(runs.release(held, by("wang"))).isTrue();
            night(context, 5);
            assertThat(kinds(partner.follow())).containsExactly("withdraw rating visibility");
            List<LoggedChange> opened = follow(open);
            assertThat(kinds(opened)).containsExactlyInAnyOrder("add rating visibility");
            assertThat((long) opened.size()).isEqualTo(standing(test));

            StoredVersion standing = Objects.requireNonNull(
                    versions.decidingOn(FIRST.plusDays(5)).get(MODEL));
            versions.decide(
                    standing,
                    ((Adoption.Approved) standing.adoption()).retire(by("wang"), FIRST.plusDays(5)),
                    "wang",
                    NOW);
            night(context, 6);
            assertThat(kinds(follow(open))).containsExactly("withdraw rating retirement");
            assertThat(count(test, "SELECT COUNT(*) FROM published_item WHERE kind <> 'penalty'"))
                    .isZero();
            assertThat(Files.readString(data.resolve("keys/keys.json"))).contains("Ed25519");
        }
    }

    @OnEachServer
    void an_interrupted_night_goes_on_where_it_stopped(TestDatabases server) throws Exception {
        DistrictGenerator.write(BUSINESSES, 9, FIRST, data.resolve("feeds"));
        try (TestDatabase test = server.fresh();
                AnnotationConfigApplicationContext context =
                        TestJobs.on(test.database(), data, InstantSource.system())) {
            approved(new ModelVersions(test.database().dsl()), model("public"), FIRST);
            // No item is taken whose place is far: the first night breaks off with part of it written, or none.
            test.database().dsl().execute("ALTER TABLE published_item ADD CONSTRAINT broken CHECK (place < 150)");
            assertThatThrownBy(() -> night(context, 0)).isInstanceOf(JobFailedException.class);
            test.database().dsl().execute("ALTER TABLE published_item DROP CONSTRAINT broken");

            night(context, 0);

            FollowingPartner open = new FollowingPartner(Chain.PUBLIC, data, test.database());
            assertThat((long) follow(open).size()).isEqualTo(standing(test));
        }
    }
}
