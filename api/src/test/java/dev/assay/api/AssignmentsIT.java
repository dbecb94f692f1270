package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.inspector.Inspector;
import dev.assay.store.audit.Acting;
import dev.assay.store.draw.Draws;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Origin;
import dev.assay.store.work.Assignment.Visit;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.HandedOutException;
import dev.assay.store.work.InspectorLogins;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits from being handed out to their result, on the pages. */
@WithSampleServer
class AssignmentsIT {

    private static final String SEED = "0123456789abcdef".repeat(4);
    private static final Pattern PICKED = Pattern.compile("name=\"picked\" value=\"([^\"]+)\"([^>]*)");

    /** A restaurant. */
    private static final int NUMBER = 8;

    private final SampleServer server;
    private final Visitor regulator;
    private final SampleVisits visits;
    private final LocalDate today = new AuthorityClock(Instant::now).today();

    AssignmentsIT(SampleServer server) {
        this.server = server;
        this.visits = new SampleVisits(server);
        this.regulator = Visitor.of(server, "regulator", SampleServer.PASSWORD);
    }

    @BeforeEach
    void takeInspectorsIn() {
        server.bean(Inspectors.class)
                .replace(
                        List.of(
                                inspector("JC1", Set.of("sample:" + SampleRegister.identity(NUMBER))),
                                inspector("JC2", Set.of()),
                                inspector("JC3", Set.of()),
                                inspector("JC4", Set.of())),
                        "regulator",
                        Instant.parse("2026-11-20T18:00:00Z"));
    }

    private static Inspector inspector(String number, Set<String> conflicts) {
        return new Inspector(number, "检查员" + number, "market", "3206", Set.of(), Set.of(), List.of(), conflicts);
    }

    private Assignments assignments() {
        return server.bean(Assignments.class);
    }

    private int drawn() {
        regulator.submit("/draws", "/draws", Map.of("plan", "sample-public", "publicValue", "", "leftOut", ""));
        int id = server.bean(Draws.class).all().getFirst().id();
        SampleVisits.step(regulator, "/draws/" + id, "commit", Map.of("seed", SEED));
        assertThat(regulator.get("/draws/" + id + "/hand-out").body()).contains("there is nothing to hand out");
        SampleVisits.step(regulator, "/draws/" + id, "draw", Map.of("seed", SEED, "publicValue", "507"));
        return id;
    }

    private static List<String> ticked(String page, boolean also) {
        List<String> picked = new ArrayList<>();
        Matcher box = PICKED.matcher(page);
        while (box.find()) {
            if (also || box.group(2).contains("checked")) {
                picked.add(box.group(1));
            }
        }
        return picked;
    }

    private Map<String, String> terms(List<String> picked) {
        return Map.of(
                "picked", String.join(",", picked),
                "fromDay", today.toString(),
                "toDay", today.plusDays(30).toString(),
                "way", "ROUTINE");
    }

    @Test
    void aDrawIsHandedOutOnceAndWhoIsSecondIsTold() {
        int draw = drawn();
        String page = "/draws/" + draw + "/hand-out";
        List<String> picked = ticked(regulator.get(page).body(), false);
        assertThat(picked).isNotEmpty();

        assertThat(regulator.submit(page, page, terms(picked)).body())
                .contains("Visits handed out: " + picked.size() + ".");
        assertThat(regulator.submit(page, page, terms(picked)).body())
                .contains("was handed out already, by regulator", "Nothing was handed out now");
        Map<String, Long> handedOut = assignments().handedOut(Origin.DRAW, draw);
        assertThat(handedOut).hasSize(picked.size());
        Assignment first =
                assignments().find(handedOut.values().iterator().next()).orElseThrow();
        assertThat(first.what().goers()).hasSize(2).allMatch(goer -> goer.name().startsWith("检查员JC"));

        // Taken back, it can be handed out again.
        String visit = "/assignments/" + first.id();
        assertThat(SampleVisits.step(regulator, visit, "withdraw", Map.of("reason", "The wrong district.")))
                .contains("taken back", "The wrong district.");
        assertThat(regulator
                        .submit(
                                page,
                                page,
                                terms(List.of(first.what().business().toString())))
                        .body())
                .contains("Visits handed out: 1.");
    }

    @Test
    void whoHasClosedSinceIsNotTickedAndNotHandedOutWithoutAWord() {
        int draw = drawn();
        String page = "/draws/" + draw + "/hand-out";
        String business = ticked(regulator.get(page).body(), false).getFirst();
        int number = Integer.parseInt(business.substring("sample:S".length()));
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute("""
                INSERT INTO fact (business_key, fact_id, kind, licence, occurred_on, known_on, recorded_at, as_at, feed, record_key, run_id, line, content)
                SELECT business_key, fact_id + 900, kind, licence, '2026-11-19', known_on, recorded_at, as_at, feed, 'closing', run_id, line, '{"valid_to":"2026-11-19"}'
                FROM fact WHERE kind = 'licence' AND business_key = ?
                """, number);
        try {
            String shown = regulator.get(page).body();
            assertThat(shown).contains("closed since");
            assertThat(ticked(shown, false)).doesNotContain(business);
            assertThat(ticked(shown, true)).contains(business);
            assertThat(regulator.submit(page, page, terms(List.of(business))).body())
                    .contains("Closed since the draw: " + business + ". Nothing was handed out.");
            Map<String, String> meant = new HashMap<>(terms(List.of(business)));
            meant.put("evenClosed", "true");
            assertThat(regulator.submit(page, page, meant).body()).contains("Visits handed out: 1.");
        } finally {
            dsl.execute("DELETE FROM fact WHERE record_key = 'closing'");
        }
    }

    @Test
    void ofTwoWhoHandTheSameOutAtOnceOneIsRefusedAndNothingStandsTwice() throws Exception {
        RegisteredBusiness business = visits.business(NUMBER);
        CyclicBarrier together = new CyclicBarrier(2);
        List<Visit> both = List.of(visits.visit(visits.business(NUMBER + 1), 900_001), visits.visit(business, 900_001));
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (String by : List.of("lin", "wang")) {
                Callable<Boolean> handing = () -> {
                    together.await();
                    try {
                        assignments().handOut(both, new Acting(by, Instant.now()));
                        return true;
                    } catch (HandedOutException second) {
                        assertThat(second).hasMessageContaining("was handed out already, by ");
                        return false;
                    }
                };
                answers.add(two.submit(handing));
            }
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(assignments().handedOut(Origin.DRAW, 900_001)).hasSize(2);
    }

    private Map<String, String> lead(String inspectors, String text) {
        return Map.of(
                "business",
                "sample:" + SampleRegister.identity(NUMBER),
                "inspector",
                inspectors,
                "fromDay",
                today.toString(),
                "toDay",
                today.plusDays(2).toString(),
                "way",
                "UNANNOUNCED",
                "lead",
                text);
    }

    @Test
    void aLeadIsHandedOutToTwoWhoMayGoThere() {
        assertThat(regulator
                        .submit("/assignments/new", "/assignments", lead("JC2", "rats"))
                        .body())
                .contains("1 inspectors were chosen; 2 go together at least");
        assertThat(regulator
                        .submit("/assignments/new", "/assignments", lead("JC1,JC2", "rats"))
                        .body())
                .contains("has declared a relation to this business");
        assertThat(regulator
                        .submit("/assignments/new", "/assignments", lead("JC2,JC9", "rats"))
                        .body())
                .contains("There is no inspector (JC9)");
        assertThat(regulator
                        .submit("/assignments/new", "/assignments", lead("JC2,JC3", " "))
                        .body())
                .contains("The lead is blank");

        String page = regulator
                .submit("/assignments/new", "/assignments", lead("JC2,JC3", "=rats in the store room"))
                .body();
        assertThat(page).contains("=rats in the store room", "unannounced", "检查员JC2", "检查员JC3");
    }

    @Test
    void anInspectorsLoginShowsTheOwnVisitsAndTheFilesOfThem() {
        Assignment visit = visits.handedOut(NUMBER + 3, 900_003);
        server.bean(InspectorLogins.class).set("JC4", "regulator", "approver", Instant.now());
        try {
            assertThat(regulator.get("/assignments?state=ALL").body())
                    .doesNotContain("/assignments/" + visit.id() + "\"");
            server.bean(InspectorLogins.class).set("JC2", "regulator", "approver", Instant.now());
            assertThat(regulator.get("/assignments?state=ALL").body()).contains("/assignments/" + visit.id() + "\"");
        } finally {
            server.bean(InspectorLogins.class).set("JC2", "", "approver", Instant.now());
        }
        assertThat(regulator.get("/assignments?week=2026-W99").body()).contains("The week (2026-W99) is none.");
        assertThat(regulator.get("/assignments?week=2020-W01").body()).contains("No visits here");
        assertThat(regulator.get("/assignments.ics?inspector=JC2").body())
                .contains("UID:assignment-" + visit.id() + "@assay\r\n");
        assertThat(regulator.get("/assignments.csv?inspector=JC2").body())
                .contains("\n" + visit.id() + ",", "检查员JC2、检查员JC3");
    }
}
