package dev.assay.batch.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.core.publication.Chain;
import dev.assay.core.publication.PenaltyPublication;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.publication.PublicationRulesFile;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.publication.LoggedChange;
import dev.assay.store.rating.HeldRuns;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.testing.OnEachServer;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.testing.TestDatabase;
import dev.assay.store.testing.TestDatabases;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.io.TempDir;

/** Penalties in the log of changes: they come, and at the end of their period, when annulled or repaired, they go, each with its reason. */
class PublishedPenaltiesIT {

    private static final LocalDate DAY = SampleRegister.AS_OF;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path data;

    private static List<String> told(List<LoggedChange> changes) {
        return changes.stream()
                .map(logged -> logged.change().operation().code() + " "
                        + logged.change().item().kind() + " "
                        + logged.change().reason().code())
                .toList();
    }

    private static void step(DSLContext dsl, int business, String step) {
        dsl.execute("""
                INSERT INTO fact (business_key, fact_id, kind, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content)
                SELECT business_key, fact_id + 100, 'penalty-step', occurred_on, known_on, recorded_at, as_at, feed, CONCAT('step-', business_key), run_id, line,
                  CONCAT('{"penalty_no":"通市监处罚〔2026〕', business_key, '号","step":"', ?, '"}')
                FROM fact WHERE kind = 'penalty' AND business_key = ?
                """, step, business);
    }

    @OnEachServer
    void come_and_go_each_with_its_reason_and_the_set_is_proved_each_time(TestDatabases server) throws Exception {
        try (TestDatabase test = server.fresh()) {
            new SampleRegister(test.database().dsl()).fill(120);
            DSLContext dsl = test.database().dsl();
            FollowingPartner partner = new FollowingPartner(Chain.PUBLIC, data, test.database());
            FullFiles files = files(test);
            PublishedChanges changes = changes(test);

            assertThat(told(night(changes, files, partner, DAY))).hasSize(6).containsOnly("add penalty new-record");
            String content = Objects.requireNonNull(
                    dsl.fetchSingle("SELECT content FROM published_item WHERE kind = 'penalty' ORDER BY place LIMIT 1")
                            .get(0, String.class));
            assertThat(content)
                    .contains("\"business\":\"sample:" + SampleRegister.identity(20) + "\"", "\"shownUntil\":\"")
                    .doesNotContain("fine", "52000");
            assertThat(night(changes, files, partner, DAY))
                    .as("the same night again")
                    .isEmpty();

            step(dsl, 20, "annulled");
            step(dsl, 40, "repaired");
            dsl.execute(
                    "UPDATE fact SET superseded_at = recorded_at + INTERVAL 1 SECOND WHERE kind = 'penalty' AND business_key = 60");
            dsl.execute(
                    "UPDATE fact SET content = REPLACE(content, '{', '{\"authority\":\"another\",') WHERE kind = 'penalty' AND business_key = 80");
            assertThat(told(night(changes, files, partner, DAY)))
                    .containsExactlyInAnyOrder(
                            "withdraw penalty annulment",
                            "withdraw penalty repair",
                            "withdraw penalty correction",
                            "modify penalty correction");

            LocalDate last = LocalDate.parse(Objects.requireNonNull(
                    dsl.fetchSingle("SELECT content FROM published_item WHERE kind = 'penalty' AND place = 100")
                            .get(0, String.class)
                            .replaceAll(".*\"shownUntil\":\"([^\"]+)\".*", "$1")));
            assertThat(night(changes, files, partner, last))
                    .as("on its last day it is shown")
                    .isEmpty();
            assertThat(told(night(changes, files, partner, last.plusDays(1))))
                    .as("on the day after its last it goes")
                    .hasSize(3)
                    .containsOnly("withdraw penalty expiry");
            assertThat(dsl.fetch("SELECT 1 FROM published_item WHERE kind = 'penalty'"))
                    .isEmpty();
        }
    }

    private FullFiles files(TestDatabase test) {
        return new FullFiles(test.database(), new SigningKeys(data), PublishJobConfiguration.folder(data));
    }

    private static PublishedChanges changes(TestDatabase test) {
        ConfigFiles config = ConfigFiles.packaged();
        DSLContext dsl = test.database().dsl();
        return new PublishedChanges(
                test.database(),
                new DisclosedModels(
                        new StoredRatings(dsl), new ModelsInUse(config, new ModelVersions(dsl)), new HeldRuns(dsl)),
                new PenaltyPublication(PublicationRulesFile.load(config), CalendarFile.load(config)));
    }

    private static List<LoggedChange> night(
            PublishedChanges changes, FullFiles files, FollowingPartner partner, LocalDate day) throws Exception {
        Instant now = Instant.now();
        changes.write(day, now);
        files.write(Chain.PUBLIC, day, now);
        return partner.follow();
    }
}
