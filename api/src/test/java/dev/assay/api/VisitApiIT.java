package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.work.VisitWay;
import dev.assay.store.audit.Acting;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.Goer;
import dev.assay.store.work.Assignment.Source;
import dev.assay.store.work.Assignment.Visit;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.InspectorLogins;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Visits over the API, as somebody of the authority, as somebody of another division, and as others. */
@WithSampleServer
class VisitApiIT {

    /** Businesses that no other test visits. */
    private static final int FIRST = 150;

    private static final int LAST = 179;

    private final SampleServer server;
    private final Caller regulator;
    private final Caller scoped;
    private final SampleVisits visits;
    private final LocalDate today = new AuthorityClock(Instant::now).today();

    VisitApiIT(SampleServer server) {
        this.server = server;
        this.regulator = new Caller(server, "regulator");
        this.scoped = new Caller(server, "visit-reader");
        this.visits = new SampleVisits(server);
    }

    @BeforeEach
    void makeAccount() {
        server.bean("dsl", DSLContext.class)
                .execute(
                        "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'visit-reader', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
    }

    private Assignments assignments() {
        return server.bean(Assignments.class);
    }

    private RegisteredBusiness business(Predicate<String> division) {
        return IntStream.rangeClosed(FIRST, LAST)
                .mapToObj(visits::business)
                .filter(one -> division.test(Objects.requireNonNullElse(one.division(), "")))
                .findFirst()
                .orElseThrow();
    }

    private RegisteredBusiness inDivision() {
        return business("320612"::equals);
    }

    private RegisteredBusiness elsewhere() {
        return business(division -> !division.equals("320612"));
    }

    /** A visit of a business within some days, by an inspector whom no other test knows and another one. */
    private Assignment handedOut(RegisteredBusiness business, Source source, int firstDay, String inspector) {
        LocalDate from = today.plusDays(firstDay);
        long id = assignments()
                .handOut(
                        List.of(new Visit(
                                business.key(),
                                business.identity(),
                                "catering",
                                from,
                                from.plusDays(3),
                                VisitWay.ROUTINE,
                                List.of(source.lead() == null ? "DRAWN" : "LEAD"),
                                source,
                                List.of(new Goer(inspector, "检查员" + inspector), new Goer("V99", "检查员V99")))),
                        new Acting("lin", Instant.now()))
                .getFirst();
        return assignments().find(id).orElseThrow();
    }

    private static List<Long> numbers(JsonNode page) {
        return page.get("items")
                .valueStream()
                .map(one -> one.get("id").asLong())
                .toList();
    }

    private List<Long> found(String filter) {
        return numbers(regulator.json("/v1/visits?" + filter));
    }

    @Test
    void visits_are_found_by_the_filters_of_the_page_and_say_what_became_of_them() {
        RegisteredBusiness business = inDivision();
        Assignment late = handedOut(business, Source.draw(900_061, business.identity()), -9, "V61");
        Assignment soon = handedOut(business, Source.plan(900_062, 3), 10, "V61");
        Assignment gone = handedOut(business, Source.draw(900_063, business.identity()), 20, "V61");
        assignments().withdraw(gone, "The wrong district.", new Acting("lin", Instant.now()));

        assertThat(found("inspector=V61")).containsExactly(late.id(), soon.id());
        assertThat(found("inspector=V61&state=ALL")).containsExactly(late.id(), soon.id(), gone.id());
        assertThat(found("inspector=V61&state=WITHDRAWN")).containsExactly(gone.id());
        assertThat(found("inspector=V61&state=DONE")).isEmpty();
        assertThat(found("inspector=V61&from=" + today.plusDays(13))).containsExactly(soon.id());
        assertThat(found("inspector=V61&from=" + today.plusDays(14))).isEmpty();
        assertThat(found("inspector=V61&to=" + today.plusDays(10))).containsExactly(late.id(), soon.id());
        assertThat(found("inspector=V61&to=" + today.plusDays(9))).containsExactly(late.id());
        assertThat(found("inspector=V60&state=ALL")).isEmpty();

        List<JsonNode> all = regulator
                .json("/v1/visits?inspector=V61&state=ALL")
                .get("items")
                .valueStream()
                .toList();
        assertThat(all.get(0).get("overdue").asBoolean()).isTrue();
        assertThat(all.get(0).get("business").asString())
                .isEqualTo(business.identity().toString());
        assertThat(all.get(0).get("inspectors").toString())
                .isEqualTo("[{\"number\":\"V61\",\"name\":\"检查员V61\"},{\"number\":\"V99\",\"name\":\"检查员V99\"}]");
        assertThat(all.get(1).get("overdue").asBoolean()).isFalse();
        assertThat(all.get(1).get("origin").asString()).isEqualTo("PLAN");
        assertThat(all.get(1).get("originNumber").asInt()).isEqualTo(900_062);
        assertThat(all.get(2).get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(all.get(2).get("reason").asString()).isEqualTo("The wrong district.");
    }

    @Test
    void under_an_inspectors_login_the_own_visits_come_unless_others_are_asked_for() {
        RegisteredBusiness business = inDivision();
        Assignment own = handedOut(business, Source.draw(900_064, business.identity()), 1, "V64");
        Assignment other = handedOut(business, Source.draw(900_065, business.identity()), 1, "V65");
        InspectorLogins logins = server.bean(InspectorLogins.class);
        logins.set("V64", "visit-reader", "approver", Instant.now());
        try {
            assertThat(numbers(scoped.json("/v1/visits"))).containsExactly(own.id());
            assertThat(numbers(scoped.json("/v1/visits?inspector=V65"))).containsExactly(other.id());
            assertThat(numbers(scoped.json("/v1/visits?inspector=*&limit=1000")))
                    .contains(own.id(), other.id());
        } finally {
            logins.set("V64", "", "approver", Instant.now());
        }
    }

    @Test
    void a_visit_has_its_lead_and_its_checklist_and_no_list_has_the_lead() {
        Assignment visit = handedOut(inDivision(), Source.lead("rats in the store room"), 1, "V66");
        HttpResponse<String> answer = regulator.get("/v1/visits/" + visit.id());
        JsonNode whole = regulator.json("/v1/visits/" + visit.id());
        assertThat(whole.get("lead").asString()).isEqualTo("rats in the store room");
        assertThat(whole.get("visit").get("state").asString()).isEqualTo("ASSIGNED");
        JsonNode checklist = whole.get("checklist");
        assertThat(checklist.get("id").asString()).isEqualTo("cn-catering-2016");
        assertThat(checklist.get("items").size()).isEqualTo(30);
        assertThat(checklist
                        .get("items")
                        .valueStream()
                        .filter(item -> item.get("key").asBoolean()))
                .hasSize(7);
        assertThat(whole.get("reports").size()).isZero();
        assertThat(regulator
                        .get(
                                "/v1/visits/" + visit.id(),
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(found("inspector=V66")).containsExactly(visit.id());
        assertThat(regulator.get("/v1/visits?inspector=V66").body()).doesNotContain("rats");
    }

    @Test
    void a_visit_of_another_division_is_told_from_none_by_nothing() {
        RegisteredBusiness business = inDivision();
        Assignment own = handedOut(business, Source.draw(900_067, business.identity()), 1, "V67");
        RegisteredBusiness there = elsewhere();
        Assignment other = handedOut(there, Source.draw(900_067, there.identity()), 1, "V67");

        assertThat(scoped.get("/v1/visits/" + own.id()).statusCode()).isEqualTo(200);
        HttpResponse<String> hidden = scoped.get("/v1/visits/" + other.id());
        HttpResponse<String> absent = scoped.get("/v1/visits/999999");
        assertThat(hidden.statusCode()).isEqualTo(404);
        assertThat(absent.statusCode()).isEqualTo(404);
        assertThat(hidden.body().replace(Long.toString(other.id()), "999999")).isEqualTo(absent.body());
        assertThat(regulator.get("/v1/visits/" + other.id()).statusCode()).isEqualTo(200);
        assertThat(numbers(scoped.json("/v1/visits?inspector=V67"))).containsExactly(own.id());
        assertThat(found("inspector=V67")).containsExactly(own.id(), other.id());
        assertThat(new Caller(server, "partner").get("/v1/visits").statusCode()).isEqualTo(403);
        assertThat(Caller.anyone(server).get("/v1/visits/" + own.id()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void page_by_page_the_visits_are_those_of_one_page_and_no_cursor_is_made_up() {
        RegisteredBusiness business = inDivision();
        List<Long> made = new ArrayList<>();
        // Two that are to be made by the same day.
        for (int day : List.of(3, 1, 1, 2, 5)) {
            made.add(handedOut(business, Source.plan(900_068, made.size()), day, "V68")
                    .id());
        }
        List<Long> ordered = List.of(made.get(1), made.get(2), made.get(3), made.get(0), made.get(4));
        for (int limit = 1; limit <= 3; limit++) {
            List<Long> read = new ArrayList<>();
            @Nullable String next = "/v1/visits?inspector=V68&limit=" + limit;
            while (next != null) {
                JsonNode page = regulator.json(next);
                assertThat(page.get("items").size()).isBetween(1, limit);
                read.addAll(numbers(page));
                next = page.get("next").isNull() ? null : page.get("next").asString();
            }
            assertThat(read).isEqualTo(ordered);
        }
        refused("/v1/visits?cursor=MTI", "cursor", "is not one of this server");
        refused("/v1/visits?state=LATE", "state", "Maybe take one of OPEN, ALL, ASSIGNED");
        refused("/v1/visits?from=2026-12-02&to=2026-12-01", "to", "Maybe they are swapped");
        refused("/v1/visits?from=soon", "from", "Maybe write a day like");
        refused("/v1/visits/twelve", "id", "Maybe write a whole number");
    }

    private void refused(String address, String parameter, String remedy) {
        HttpResponse<String> answer = regulator.get(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\":\"" + parameter + "\"", remedy);
    }
}
