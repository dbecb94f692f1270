package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.planning.Refusals.LeftOut;
import dev.assay.core.planning.Refusals.Moved;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.planning.Visit.Reason;
import dev.assay.store.audit.Acting;
import dev.assay.store.plan.PlanParts;
import dev.assay.store.plan.PlanRow;
import dev.assay.store.plan.Plans;
import dev.assay.store.plan.StoredPlan;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignments;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Plans of inspections over the API, as somebody of the authority, as somebody of another division, and as others. */
@WithSampleServer
class PlanApiIT {

    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    /** A year that no other test plans. */
    private static final int YEAR = 2031;

    private static final String LEADING = "uscc:91320600000000000X";

    private final SampleServer server;
    private final Caller regulator;
    private final Caller scoped;
    private final SampleVisits visits;

    PlanApiIT(SampleServer server) {
        this.server = server;
        this.regulator = new Caller(server, "regulator");
        this.scoped = new Caller(server, "plan-reader");
        this.visits = new SampleVisits(server);
    }

    @BeforeEach
    void makeAccount() {
        server.bean("dsl", DSLContext.class)
                .execute(
                        "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'plan-reader', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
    }

    private static LocalDate day(int dayOfMarch) {
        return LocalDate.of(YEAR, 3, dayOfMarch);
    }

    private static Kept slot(int dayOfMarch, String one, String other) {
        return new Kept(day(dayOfMarch), new Pair(one, other));
    }

    /** Where a visit was in the plan before, and why it is not there any more. */
    private record Was(Kept slot, Moved why) {}

    /** A visit; what has no slot is left out, for want of a skill where the law asks for it. */
    private static PlanRow row(
            int no,
            List<String> also,
            Reason reason,
            long weight,
            @Nullable Kept slot,
            @Nullable Was was,
            @Nullable Long assignment) {
        boolean isFloor = reason == Reason.FLOOR;
        return new PlanRow(
                no,
                new PlanRow.Whom(LEADING, "licence:JY" + no, also, "示例商户", "320612 老街", "320612", "catering", "D"),
                reason,
                weight,
                null,
                day(20),
                isFloor ? day(25) : null,
                slot,
                slot != null ? null : isFloor ? LeftOut.NO_SKILL : LeftOut.NO_ROOM,
                slot == null && isFloor,
                was == null ? null : was.slot(),
                was == null ? null : was.why(),
                assignment);
    }

    /** A plan of 320612 or 320613, kept as it stands, with so many visits in it that pages end within a day, a pair and a weight. */
    private int keep(String division, @Nullable Long handedOut) {
        List<PlanRow> rows = new ArrayList<>(List.of(
                row(0, List.of("licence:JY90", "licence:JY91"), Reason.ROUTINE, 8, slot(3, "A1", "A2"), null, null),
                row(1, List.of(), Reason.FLOOR, 2, null, null, null),
                row(
                        2,
                        List.of(),
                        Reason.NEW,
                        2,
                        slot(2, "A3", "A4"),
                        new Was(slot(9, "A1", "A3"), Moved.AWAY),
                        handedOut),
                row(3, List.of(), Reason.ROUTINE, 8, null, new Was(slot(4, "A1", "A2"), Moved.WEIGHED), null)));
        for (int no = 4; no < 10; no++) {
            // The same day; two pairs; of one pair two weigh the same.
            Kept slot = no < 8 ? slot(3, "A1", "A2") : slot(3, "A1", "A4");
            rows.add(row(no, List.of(), Reason.ROUTINE, no / 2, slot, null, null));
        }
        return server.bean(Plans.class)
                .keep(
                        new StoredPlan.Basis("sample-year", "a".repeat(64), division, YEAR, day(1), day(2), 7, 0),
                        new StoredPlan.Counts(10, 2, 1, 3, 4, 5),
                        rows,
                        new PlanParts(
                                List.of(new PlanParts.Grade("D", 8, 10, 2, 1)),
                                List.of(
                                        new PlanParts.Measure("room", true, 0, null, 0, null),
                                        new PlanParts.Measure("late", false, 3, 6L, 4, 8L)),
                                Map.of("A1", "甲", "A2", "乙", "A3", "丙", "A4", "丁")),
                        new Acting("regulator", NOW));
    }

    private static List<Integer> numbers(JsonNode page) {
        return page.get("items").valueStream().map(one -> one.get("no").asInt()).toList();
    }

    private List<Integer> found(int plan, String filter) {
        return numbers(regulator.json("/v1/plans/" + plan + "/visits?" + filter));
    }

    @Test
    void a_plan_says_what_it_was_made_by_what_it_is_worth_and_what_cannot_be_fitted() {
        int id = keep("320612", null);
        JsonNode whole = regulator.json("/v1/plans/" + id);
        JsonNode plan = whole.get("plan");
        assertThat(plan.get("state").asString()).isEqualTo("DRAFT");
        assertThat(plan.get("basis").toString())
                .isEqualTo(
                        "{\"rules\":\"sample-year\",\"rulesDigest\":\"" + "a".repeat(64)
                                + "\",\"division\":\"320612\",\"year\":2031,\"asOf\":\"2031-03-01\",\"from\":\"2031-03-02\",\"after\":7}");
        assertThat(plan.get("counts").toString())
                .isEqualTo("{\"wanted\":10,\"leftOut\":2,\"brokenFloors\":1,\"closed\":3,\"noDivision\":4,\"gone\":5}");
        assertThat(plan.get("approvedBy").isNull()).isTrue();
        assertThat(whole.get("handedOut").asInt()).isZero();
        assertThat(whole.get("grades").toString())
                .isEqualTo("[{\"grade\":\"D\",\"weight\":8,\"wanted\":10,\"leftOut\":2,\"brought\":1}]");
        assertThat(whole.get("measures").get(0).get("hard").asBoolean()).isTrue();
        assertThat(whole.get("measures").get(0).get("cost").isNull()).isTrue();
        assertThat(whole.get("measures").get(1).toString())
                .isEqualTo(
                        "{\"name\":\"late\",\"hard\":false,\"amount\":3,\"cost\":6,\"amountByList\":4,\"costByList\":8}");
        assertThat(whole.get("leftOut")
                        .valueStream()
                        .map(one -> one.get("reason").asString()))
                .containsExactlyInAnyOrder("NO_SKILL", "NO_ROOM");
        assertThat(whole.get("moved").valueStream().map(one -> one.get("reason").asString()))
                .containsExactlyInAnyOrder("AWAY", "WEIGHED");
        assertThat(whole.get("inspectors").get(3).toString()).isEqualTo("{\"number\":\"A4\",\"name\":\"丁\"}");
    }

    @Test
    void the_visits_of_a_plan_have_their_licences_reasons_and_what_became_of_them() {
        Assignment handed = visits.handedOut(9, 900_051);
        int id = keep("320612", handed.id());
        JsonNode first = regulator
                .json("/v1/plans/" + id + "/visits?limit=2")
                .get("items")
                .get(0);
        assertThat(first.get("no").asInt()).isEqualTo(2);
        assertThat(first.get("slot").toString())
                .isEqualTo(
                        "{\"day\":\"2031-03-02\",\"inspectors\":[{\"number\":\"A3\",\"name\":\"丙\"},{\"number\":\"A4\",\"name\":\"丁\"}]}");
        assertThat(first.get("before").get("day").asString()).isEqualTo("2031-03-09");
        assertThat(first.get("moved").asString()).isEqualTo("AWAY");
        assertThat(first.get("visit").asLong()).isEqualTo(handed.id());
        assertThat(first.get("state").asString()).isEqualTo("ASSIGNED");
        assertThat(regulator.json("/v1/plans/" + id).get("handedOut").asInt()).isEqualTo(1);

        JsonNode second = regulator
                .json("/v1/plans/" + id + "/visits?limit=2")
                .get("items")
                .get(1);
        assertThat(second.get("subject").asString()).isEqualTo("licence:JY0");
        assertThat(second.get("also").toString()).isEqualTo("[\"licence:JY90\",\"licence:JY91\"]");
        assertThat(second.get("visit").isNull()).isTrue();

        JsonNode leftOut = regulator
                .json("/v1/plans/" + id + "/visits?part=BROKEN")
                .get("items")
                .get(0);
        assertThat(leftOut.get("leftOut").asString()).isEqualTo("NO_SKILL");
        assertThat(leftOut.get("due").asString()).isEqualTo("2031-03-20");
        assertThat(leftOut.get("floor").asString()).isEqualTo("2031-03-25");
        assertThat(leftOut.get("slot").isNull()).isTrue();

        // Taken back, it is as if it were not handed out.
        server.bean(Assignments.class).withdraw(handed, "The wrong week.", new Acting("regulator", NOW));
        assertThat(found(id, "part=HANDED_OUT")).isEmpty();
        assertThat(regulator
                        .json("/v1/plans/" + id + "/visits?limit=1")
                        .get("items")
                        .get(0)
                        .get("visit")
                        .isNull())
                .isTrue();
    }

    @Test
    void visits_are_found_by_the_filters_of_the_page() {
        int id = keep("320612", null);
        assertThat(found(id, "")).hasSize(8).doesNotContain(1, 3);
        assertThat(found(id, "part=ALL")).hasSize(10);
        assertThat(found(id, "part=LEFT_OUT")).containsExactly(3, 1);
        assertThat(found(id, "part=MOVED")).containsExactly(2, 3);
        assertThat(found(id, "to=2031-03-02")).containsExactly(2);
        assertThat(found(id, "from=2031-03-03&inspector=A4")).containsExactlyInAnyOrder(8, 9);
        assertThat(found(id, "inspector=A2&partner=A1")).containsExactlyInAnyOrder(0, 4, 5, 6, 7);
        assertThat(found(id, "part=ALL&reason=NO_ROOM")).containsExactly(3);
        assertThat(found(id, "part=ALL&reason=AWAY")).containsExactly(2);
        assertThat(found(id, "part=ALL&reason=FLOOR")).containsExactly(1);
        assertThat(found(id, "part=ALL&grade=A")).isEmpty();
        assertThat(found(id, "part=ALL&grade=D")).hasSize(10);
    }

    @Test
    void page_by_page_the_visits_are_those_of_one_page_whatever_its_length() {
        int id = keep("320612", null);
        List<Integer> whole = found(id, "part=ALL&limit=1000");
        assertThat(whole).hasSize(10).endsWith(3, 1);
        for (int limit = 1; limit <= 4; limit++) {
            List<Integer> read = new ArrayList<>();
            @Nullable String next = "/v1/plans/" + id + "/visits?part=ALL&limit=" + limit;
            while (next != null) {
                JsonNode page = regulator.json(next);
                assertThat(page.get("items").size()).isBetween(1, limit);
                read.addAll(numbers(page));
                next = page.get("next").isNull() ? null : page.get("next").asString();
            }
            assertThat(read).isEqualTo(whole);
        }
    }

    @Test
    void what_cannot_be_meant_is_refused_by_name() {
        int id = keep("320612", null);
        String page = "/v1/plans/" + id + "/visits?";
        refused(page + "part=SOME", "part", "Maybe take one of ALL, PLANNED, LEFT_OUT");
        refused(page + "from=tomorrow", "from", "Maybe write a day like 2026-11-22");
        refused(page + "from=2031-03-05&to=2031-03-04", "to", "Maybe they are swapped");
        refused(page + "reason=RAIN", "reason", "Maybe take one of FLOOR, FOLLOW_UP");
        refused(page + "limit=1001", "limit", "Maybe read more pages instead");
        refused(page + "cursor=MTI", "cursor", "is not one of this server");
        refused("/v1/plans/twelve", "id", "Maybe write a whole number");
        // A cursor of another plan's visits is none of this one's.
        String cursor = regulator
                .json("/v1/plans/" + keep("320612", null) + "/visits?limit=1")
                .get("nextCursor")
                .asString();
        refused(page + "cursor=" + cursor, "cursor", "is not one of this server");
    }

    private void refused(String address, String parameter, String remedy) {
        HttpResponse<String> answer = regulator.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\":\"" + parameter + "\"", remedy);
    }

    @Test
    void plans_of_another_division_are_not_there_and_those_of_the_own_are() {
        int own = keep("320612", null);
        int other = keep("320613", null);
        int all = keep("", null);
        for (int hidden : List.of(other, all, 999_999)) {
            for (String address : List.of("/v1/plans/" + hidden, "/v1/plans/" + hidden + "/visits")) {
                HttpResponse<String> answer = scoped.get(address);
                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.body()).contains("There is no plan (" + hidden + ")");
            }
        }
        assertThat(scoped.get("/v1/plans/" + own + "/visits").statusCode()).isEqualTo(200);
        List<Integer> listed = listed(scoped);
        assertThat(listed).contains(own).doesNotContain(other, all);
        assertThat(listed(regulator)).containsSubsequence(all, other, own);
        assertThat(new Caller(server, "partner").get("/v1/plans").statusCode()).isEqualTo(403);
        assertThat(Caller.anyone(server).get("/v1/plans/" + own).statusCode()).isEqualTo(401);
    }

    private static List<Integer> listed(Caller who) {
        List<Integer> read = new ArrayList<>();
        @Nullable String next = "/v1/plans?limit=2";
        while (next != null) {
            JsonNode page = who.json(next);
            page.get("items").forEach(one -> read.add(one.get("id").asInt()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }
        return read;
    }
}
