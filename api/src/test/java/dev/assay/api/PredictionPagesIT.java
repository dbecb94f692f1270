package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.fact.Values;
import dev.assay.store.prediction.PredictionRuns;
import dev.assay.store.prediction.PredictionRuns.Role;
import dev.assay.store.prediction.PredictionRuns.Scoring;
import dev.assay.store.prediction.StoredTraining;
import dev.assay.store.prediction.Trainings;
import dev.assay.store.testing.SampleRegister;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** The way of a training into use, on its pages. What was learned is not read there, so that any text will do. */
@WithSampleServer
class PredictionPagesIT {

    private static final String ID = "chicago-critical";
    private static final LocalDate TODAY = new AuthorityClock(InstantSource.system()).today();

    private final SampleServer server;
    private final Trainings trainings;
    private final Visitor regulator;
    private final Visitor approver;

    PredictionPagesIT(SampleServer server) {
        this.server = server;
        this.trainings = new Trainings(server.bean("dsl", DSLContext.class));
        this.regulator = Visitor.of(server, "regulator", SampleServer.PASSWORD);
        this.approver = Visitor.of(server, "approver", SampleServer.PASSWORD);
    }

    private StoredTraining learned(String id, String digest, String by) {
        int number = trainings.keep(
                new Trainings.Learned(id, "1", LocalDate.parse("2014-02-14"), digest.repeat(64), "{}"),
                by,
                Instant.now());
        return trainings.find(number).orElseThrow();
    }

    private StoredTraining judged(String id, String digest, String by) {
        StoredTraining learned = learned(id, digest, by);
        Values answer = Values.of(Map.of("question", "RANKS", "verdict", "YES", "zh", "总体", "en", "It ranks."));
        Values found = Values.of(Map.of(
                "from",
                "2014-02-15",
                "to",
                "2014-04-16",
                "inspections",
                BigDecimal.valueOf(1744),
                "found",
                BigDecimal.valueOf(280),
                "area",
                new BigDecimal("0.691"),
                "answers",
                List.of(answer)));
        trainings.judge(learned, found, "{\"card\":1}", by, Instant.now());
        return trainings.find(learned.id()).orElseThrow();
    }

    private static String page(StoredTraining training) {
        return "/predictions/%s/trainings/%d".formatted(training.prediction(), training.id());
    }

    private static Map<String, String> form(StoredTraining training) {
        return Map.of(
                "revision", Integer.toString(training.revision()),
                "from", TODAY.toString(),
                "last-day", TODAY.toString(),
                "reason", "its card was weighed");
    }

    @Test
    void a_training_is_approved_by_somebody_else_and_retired() {
        StoredTraining training = judged("nyc-not-a", "a", "regulator");

        assertThat(regulator.get(page(training)).body())
                .contains("Judged, waits for approval", "Does it rank better than chance?", "It ranks.")
                .doesNotContain("id=\"approve\"");
        assertThat(regulator.get(page(training) + "/card.json").body()).isEqualTo("{\"card\":1}");
        assertThat(regulator
                        .submit(page(training), page(training) + "/approve", form(training))
                        .statusCode())
                .isEqualTo(403);
        approver.submit(page(training), page(training) + "/approve", form(training));

        StoredTraining approved = trainings.find(training.id()).orElseThrow();
        assertThat(approved.adoption()).isInstanceOf(Adoption.Approved.class);
        assertThat(trainings.findInForce("nyc-not-a", TODAY)).contains(approved);
        assertThat(regulator.get("/predictions").body()).contains("learned up to 2014-02-14");
        assertThat(approver.get("/audit").body()).contains("prediction approved", "its card was weighed");

        // Whoever saw an older state moves nothing.
        approver.submit(page(training), page(training) + "/retire", form(training));
        assertThat(trainings.find(training.id()).orElseThrow().adoption()).isInstanceOf(Adoption.Approved.class);
        approver.submit(page(training), page(training) + "/retire", form(approved));
        assertThat(trainings.find(training.id()).orElseThrow().adoption()).isInstanceOf(Adoption.Retired.class);
        assertThat(trainings.findInForce("nyc-not-a", TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void who_trained_it_does_not_approve_it_and_what_was_not_judged_is_approved_by_nobody() {
        StoredTraining own = judged("toronto-significant", "b", "approver");
        assertThat(approver.get(page(own)).body()).contains("You trained this one");
        approver.submit(page(own), page(own) + "/approve", form(own));
        assertThat(trainings.find(own.id()).orElseThrow().adoption()).isInstanceOf(Adoption.Simulated.class);

        StoredTraining unjudged = learned("toronto-significant", "c", "regulator");
        assertThat(approver.get(page(unjudged)).body())
                .contains("assay evaluate --model toronto-significant --from 2014-02-15");
        approver.submit(page(unjudged), page(unjudged) + "/approve", form(unjudged));
        assertThat(trainings.find(unjudged.id()).orElseThrow().adoption()).isInstanceOf(Adoption.Checked.class);
        approver.submit(page(unjudged), page(unjudged) + "/drop", form(unjudged));
        assertThat(trainings.find(unjudged.id()).orElseThrow().adoption()).isInstanceOf(Adoption.Dropped.class);
    }

    @Test
    void what_has_moved_is_an_alarm_on_the_overview_and_the_riskiest_are_shown_beside_the_challenger() {
        StoredTraining training = judged(ID, "d", "somebody");
        Values shift = Values.of(Map.of(
                "feature",
                "days-since-last",
                "psi",
                new BigDecimal("0.3100"),
                "p",
                new BigDecimal("0.0000"),
                "then",
                BigDecimal.valueOf(1000),
                "now",
                BigDecimal.valueOf(200),
                "alarm",
                true));
        Values watched = Values.of(Map.of(
                "drift", List.of(shift), "inspections", BigDecimal.valueOf(200), "found", BigDecimal.valueOf(30)));
        PredictionRuns runs = new PredictionRuns(server.bean("dsl", DSLContext.class));
        LocalDate day = LocalDate.parse("2026-11-20");
        runs.keep(
                new Scoring(ID, day, training.id(), Role.CHAMPION, 2, 1, watched),
                Map.of(11L, 0.25, 12L, 0.125),
                Instant.now());
        runs.keep(
                new Scoring(ID, day, training.id() + 1000, Role.CHALLENGER, 1, 0, watched),
                Map.of(11L, 0.5),
                Instant.now());

        assertThat(regulator.get("/overview").body()).contains("Predictions have moved: chicago-critical");
        String shown = regulator.get("/predictions/" + ID).body();
        assertThat(shown).contains("Days since the last inspection", "0.31", "AUC cannot be told: 200 inspections");
        assertThat(shown.indexOf(SampleRegister.identity(11)))
                .isPositive()
                .isLessThan(shown.indexOf(SampleRegister.identity(12)));
        assertThat(shown).contains("25.0 %", "50.0 %", "12.5 %");
        // A later scoring lets the scores of the day before go, and its alarm ends the other one.
        runs.keep(
                new Scoring(ID, day.plusDays(7), training.id(), Role.CHAMPION, 1, 0, watched),
                Map.of(12L, 0.1),
                Instant.now());
        assertThat(regulator.get("/overview").body()).doesNotContain("Predictions have moved");
        assertThat(regulator.get("/predictions/" + ID).body()).doesNotContain(SampleRegister.identity(11));
    }
}
