package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.inspector.Inspector;
import dev.assay.core.inspector.Inspector.Leave;
import dev.assay.core.time.Deadline;
import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditEntry;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.plan.PlanMovedException;
import dev.assay.store.plan.PlanParts;
import dev.assay.store.plan.PlanQuery;
import dev.assay.store.plan.PlanQuery.Part;
import dev.assay.store.plan.PlanRows;
import dev.assay.store.plan.PlanVisit;
import dev.assay.store.plan.Plans;
import dev.assay.store.plan.StoredPlan;
import dev.assay.store.plan.StoredPlan.State;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.testing.TestDatabases;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Origin;
import dev.assay.store.work.Assignments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Plans of a year on the pages: made, approved by another person, in force, handed out from, planned again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanIT {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Pattern TOTAL = Pattern.compile("data-total=\"(\\d+)\"");

    private @Nullable SampleServer started;

    @BeforeAll
    void start() {
        started = SampleServer.start(TestDatabases.EMBEDDED, 120, () -> NOW);
        server().bean("dsl", DSLContext.class)
                .execute(
                        "INSERT INTO account (name, password_hash, role, created_at) SELECT 'second', password_hash, 'APPROVER', created_at FROM account WHERE name = 'approver'");
    }

    @AfterAll
    void stop() {
        server().close();
    }

    private SampleServer server() {
        return Objects.requireNonNull(started);
    }

    /** Each test begins without plans, so that none knows of another's. */
    @BeforeEach
    void clear() {
        DSLContext dsl = server().bean("dsl", DSLContext.class);
        List.of(
                        "planned_visit",
                        "plan_grade",
                        "plan_measure",
                        "plan_inspector",
                        "inspection_plan",
                        "plan_standing",
                        "assignment_inspector",
                        "assignment")
                .forEach(table -> dsl.execute("DELETE FROM " + table));
        inspectors(IntStream.rangeClosed(1, 4)
                .mapToObj(no -> inspector("JC" + no, List.of()))
                .toList());
    }

    private void inspectors(List<Inspector> list) {
        server().bean(Inspectors.class).replace(list, "regulator", NOW);
    }

    private static Inspector inspector(String number, List<Leave> leave) {
        return new Inspector(number, "检查员" + number, "market", "3206", Set.of(), Set.of("system"), leave, Set.of());
    }

    private Visitor visitor(String name) {
        return Visitor.of(server(), name, SampleServer.PASSWORD);
    }

    private Plans plans() {
        return server().bean(Plans.class);
    }

    private StoredPlan plan(int id) {
        return plans().find(id).orElseThrow();
    }

    private int made(String by) {
        Visitor who = visitor(by);
        String page = who.submit("/plans", "/plans", Map.of("rules", "sample-year", "year", "2026", "division", ""))
                .body();
        assertThat(page).contains("What cannot be fitted", "What the plan is worth");
        return plans().all().getFirst().id();
    }

    private String step(String by, int id, String step, Map<String, String> fields) {
        return SampleVisits.step(visitor(by), "/plans/" + id, step, fields);
    }

    private int inForce() {
        int id = made("regulator");
        step("approver", id, "approve", Map.of());
        assertThat(step("approver", id, "put-in-force", Map.of())).contains("in force");
        return id;
    }

    private int total(Visitor who, String path) {
        Matcher total = TOTAL.matcher(who.get(path).body());
        assertThat(total.find()).as(path).isTrue();
        return Integer.parseInt(total.group(1));
    }

    @Test
    void a_plan_is_approved_by_somebody_who_did_not_make_it_and_put_in_force() {
        int id = made("approver");
        assertThat(step("approver", id, "approve", Map.of())).contains("approver made the plan");
        assertThat(plan(id).state()).isEqualTo(State.DRAFT);
        assertThat(step("second", id, "approve", Map.of())).contains("Next: put it in force");
        assertThat(step("second", id, "put-in-force", Map.of())).contains("Visits are handed out from it");
        assertThat(step("second", id, "withdraw", Map.of("reason", "The calendar changed.")))
                .contains("withdrawn");
        assertThat(plan(id).reason()).isEqualTo("The calendar changed.");
        assertThat(server().bean(AuditLog.class)
                        .newest(AuditQuery.of(StoredPlan.auditSubject(id)), 0, 9)
                        .reversed())
                .extracting(AuditEntry::act)
                .containsExactly("plan-made", "plan-approved", "plan-in-force", "plan-withdrawn");
    }

    @Test
    void every_number_of_the_page_is_the_number_of_its_rows() {
        int id = made("regulator");
        Visitor who = visitor("regulator");
        StoredPlan plan = plan(id);
        String page = "/plans/" + id + "/visits?part=";
        assertThat(total(who, page + "ALL")).isEqualTo(plan.counts().wanted()).isPositive();
        assertThat(total(who, page + "LEFT_OUT")).isEqualTo(plan.counts().leftOut());
        int planned = total(who, page + "PLANNED");
        assertThat(planned).isEqualTo(plan.counts().wanted() - plan.counts().leftOut());
        assertThat(total(who, page + "PLANNED&from=2026-11-24&to=2026-11-30")
                        + total(who, page + "PLANNED&from=2026-12-01&to=2026-12-31"))
                .isEqualTo(planned);
        String csv = who.get("/plans/" + id + "/visits.csv?part=PLANNED").body();
        assertThat(csv.lines()).hasSize(planned + 1);
        String ics = who.get("/plans/" + id + "/calendar.ics?inspector=JC1").body();
        assertThat(ics.lines().filter("BEGIN:VEVENT"::equals))
                .hasSize(total(who, page + "PLANNED&inspector=JC1"))
                .isNotEmpty();
        assertThat(who.get(page + "PLANNED&page=2").body()).contains("rel=\"prev\"");
    }

    @Test
    void of_two_who_approve_at_once_the_second_is_told_who_was_first_and_can_plan_again() throws Exception {
        int one = made("regulator");
        int other = made("regulator");
        race(
                Map.of(one, "approver", other, "second"),
                (plan, acting) -> plans().approve(plan, acting),
                "was approved by");
        int approved = plan(one).state() == State.APPROVED ? one : other;
        int refused = approved == one ? other : one;
        assertThat(step("second", refused, "approve", Map.of()))
                .contains("does not know that plan " + approved + " was approved by", "Nothing was changed");

        visitor("regulator").submit("/plans/" + refused, "/plans/" + refused + "/again", Map.of());
        StoredPlan again = plans().all().getFirst();
        assertThat(again.basis().after()).isEqualTo(approved);
        assertThat(step("approver", again.id(), "approve", Map.of())).contains("Next: put it in force");
        // Now the first knows nothing of the second.
        assertThat(step("approver", approved, "put-in-force", Map.of()))
                .contains("does not know that plan " + again.id());
        assertThat(plan(approved).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void of_two_who_put_the_same_plan_in_force_at_once_one_is_refused() throws Exception {
        int id = made("regulator");
        step("approver", id, "approve", Map.of());
        StoredPlan seen = plan(id);
        List<Future<Boolean>> answers = together(
                List.of("approver", "second"), by -> plans().putInForce(seen, new Acting(by, NOW)), "somebody else");
        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
        assertThat(plan(id).state()).isEqualTo(State.IN_FORCE);
        assertThat(plan(id).revision()).isEqualTo(seen.revision() + 1);
    }

    private void race(Map<Integer, String> whoApproves, BiConsumer<StoredPlan, Acting> move, String said)
            throws Exception {
        Map<String, StoredPlan> seen = new HashMap<>();
        whoApproves.forEach((id, by) -> seen.put(by, plan(id)));
        List<Future<Boolean>> answers = together(
                List.copyOf(whoApproves.values()),
                by -> move.accept(Objects.requireNonNull(seen.get(by)), new Acting(by, NOW)),
                said);
        assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(true, false);
    }

    private static List<Future<Boolean>> together(List<String> names, Consumer<String> move, String said)
            throws Exception {
        CyclicBarrier together = new CyclicBarrier(names.size());
        List<Future<Boolean>> answers = new ArrayList<>();
        try (ExecutorService two = Executors.newFixedThreadPool(names.size())) {
            for (String by : names) {
                Callable<Boolean> moving = () -> {
                    together.await();
                    try {
                        move.accept(by);
                        return true;
                    } catch (PlanMovedException second) {
                        assertThat(second).hasMessageContaining(said);
                        return false;
                    }
                };
                answers.add(two.submit(moving));
            }
        }
        return answers;
    }

    @Test
    void a_plan_in_force_is_superseded_by_the_next_and_one_made_anew_beside_it_is_refused() {
        int first = inForce();
        assertThat(visitor("regulator")
                        .submit("/plans", "/plans", Map.of("rules", "sample-year", "year", "2026", "division", ""))
                        .body())
                .contains("The plan (" + first + ") is in force");
        visitor("regulator").submit("/plans/" + first, "/plans/" + first + "/again", Map.of());
        int second = plans().all().getFirst().id();
        assertThat(visitor("regulator").get("/plans/" + second).body()).contains("Nothing moved");
        step("approver", second, "approve", Map.of());
        step("approver", second, "put-in-force", Map.of());
        assertThat(plan(first).state()).isEqualTo(State.SUPERSEDED);
        assertThat(plan(second).state()).isEqualTo(State.IN_FORCE);
    }

    @Test
    void a_plan_that_misses_the_term_of_the_law_cannot_be_approved() {
        int id = plans().keep(
                        new StoredPlan.Basis(
                                "sample-year",
                                "0".repeat(64),
                                "",
                                2026,
                                LocalDate.of(2026, 11, 23),
                                LocalDate.of(2026, 11, 24),
                                null,
                                0),
                        new StoredPlan.Counts(5, 2, 2, 0, 0, 0),
                        List.of(),
                        new PlanParts(List.of(), List.of(), Map.of()),
                        new Acting("regulator", NOW));
        assertThat(visitor("approver").get("/plans/" + id).body())
                .contains("The plan cannot be approved", "late or left out: 2.")
                .doesNotContain("id=\"approve\"");
        assertThat(step("approver", id, "approve", Map.of())).contains("misses 2 visits that the law asks for");
        assertThat(plan(id).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void a_week_is_handed_out_once_and_its_results_are_seen_and_stay_when_it_is_planned_again() {
        int id = inForce();
        Map<String, String> week = Map.of("from", "2026-12-07", "to", "2026-12-11", "way", "ROUTINE");
        int planned = total(visitor("regulator"), "/plans/" + id + "/visits?from=2026-12-07&to=2026-12-11");
        assertThat(planned).isPositive();
        assertThat(step("regulator", id, "hand-out", week)).contains("Visits handed out: " + planned + ".");
        assertThat(step("regulator", id, "hand-out", week)).contains("there is nothing left to hand out");
        Assignments assignments = server().bean(Assignments.class);
        Map<String, Long> handed = assignments.handedOut(Origin.PLAN, id);
        assertThat(handed).hasSize(planned);

        // One is made: the plan shows it.
        Assignment visit = assignments.find(handed.values().iterator().next()).orElseThrow();
        assertThat(visit.what().goers()).hasSize(2);
        server().bean("dsl", DSLContext.class)
                .transaction(configuration -> Assignments.made(
                        configuration.dsl(),
                        visit,
                        LocalDate.of(2026, 11, 23),
                        new Deadline(LocalDate.of(2026, 12, 21), false),
                        new Acting("lin", NOW)));
        Visitor who = visitor("regulator");
        assertThat(total(who, "/plans/" + id + "/visits?part=MADE")).isEqualTo(1);
        assertThat(total(who, "/plans/" + id + "/visits?part=HANDED_OUT")).isEqualTo(planned);
        assertThat(who.get("/assignments?inspector=*&state=ALL").body()).contains("/plans/" + id);

        // Somebody takes leave: what is handed out stays, what is not moves with its reason.
        inspectors(IntStream.rangeClosed(1, 4)
                .mapToObj(no -> inspector(
                        "JC" + no,
                        no == 1
                                ? List.of(new Leave(LocalDate.of(2026, 12, 7), LocalDate.of(2026, 12, 18)))
                                : List.of()))
                .toList());
        who.submit("/plans/" + id, "/plans/" + id + "/again", Map.of());
        int again = plans().all().getFirst().id();
        PlanRows rows = server().bean(PlanRows.class);
        assertThat(rows.find(again, PlanQuery.of(Part.HANDED_OUT), 0, 999))
                .hasSize(planned)
                .extracting(one -> Objects.requireNonNull(one.row().slot()).day())
                .allMatch(day -> !day.isBefore(LocalDate.of(2026, 12, 7)) && !day.isAfter(LocalDate.of(2026, 12, 11)));
        List<PlanVisit> moved = rows.find(again, PlanQuery.of(Part.MOVED), 0, 999);
        assertThat(moved).isNotEmpty();
        assertThat(who.get("/plans/" + again).body()).contains("One of the two is away on that day");
        assertThat(plan(again).counts().wanted()).isEqualTo(plan(id).counts().wanted());
    }

    @Test
    void a_visit_on_a_lead_is_counted_beside_the_plan_and_stands_in_none_of_its_rows() {
        int id = inForce();
        String business = "sample:" + SampleRegister.identity(8);
        int before = visitor("regulator")
                .get("/plans/" + id + "/visits.csv?part=ALL")
                .body()
                .split(business, -1)
                .length;
        assertThat(visitor("regulator").get("/plans/" + id).body()).contains("id=\"leads\">0<");
        Map<String, String> lead = Map.of(
                "business", business,
                "inspector", "JC1,JC2",
                "fromDay", "2026-12-01",
                "toDay", "2026-12-03",
                "way", "UNANNOUNCED",
                "lead", "A caller saw rats.");
        assertThat(visitor("regulator")
                        .submit("/assignments/new", "/assignments", lead)
                        .body())
                .contains("A caller saw rats.");
        assertThat(visitor("regulator").get("/plans/" + id).body()).contains("id=\"leads\">1<");
        assertThat(visitor("regulator")
                        .get("/plans/" + id + "/visits.csv?part=ALL")
                        .body()
                        .split(business, -1))
                .hasSize(before);
        assertThat(visitor("regulator").get("/plans/" + id + "/visits?part=ALL").body())
                .doesNotContain("A caller saw rats.");
        assertThat(new Visitor(server()).get("/plans/" + id).body()).doesNotContain("id=\"leads\"");
    }

    @Test
    void a_draft_made_before_a_week_was_handed_out_cannot_take_the_place_of_the_plan() {
        int id = inForce();
        visitor("regulator").submit("/plans/" + id, "/plans/" + id + "/again", Map.of());
        int draft = plans().all().getFirst().id();
        step("regulator", id, "hand-out", Map.of("from", "2026-12-07", "to", "2026-12-11", "way", "ROUTINE"));
        assertThat(step("approver", draft, "approve", Map.of()))
                .contains("does not know that plan " + id + " was handed out from by regulator");
    }
}
