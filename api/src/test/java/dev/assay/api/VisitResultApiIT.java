package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.work.Consequence;
import dev.assay.core.work.Mark;
import dev.assay.core.work.WorkState;
import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignments;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results of visits that a field system sends over the API. */
@WithSampleServer
class VisitResultApiIT {

    private final SampleServer server;
    private final Caller regulator;
    private final Caller scoped;
    private final SampleVisits visits;
    private final LocalDate today = new AuthorityClock(Instant::now).today();

    VisitResultApiIT(SampleServer server) {
        this.server = server;
        this.regulator = new Caller(server, "regulator");
        this.scoped = new Caller(server, "visit-sender");
        this.visits = new SampleVisits(server);
    }

    @BeforeEach
    void makeAccount() {
        server.bean("dsl", DSLContext.class)
                .execute(
                        "INSERT IGNORE INTO account (name, password_hash, role, divisions, created_at) SELECT 'visit-sender', password_hash, 'REGULATOR', '320612', created_at FROM account WHERE name = 'partner'");
    }

    private Assignments assignments() {
        return server.bean(Assignments.class);
    }

    /** A business that no other test visits. */
    private int number(Predicate<String> division) {
        return IntStream.range(150, 180)
                .filter(number -> division.test(
                        Objects.requireNonNullElse(visits.business(number).division(), "")))
                .findFirst()
                .orElseThrow();
    }

    private int inDivision() {
        return number("320612"::equals);
    }

    private List<Long> found(String filter) {
        return regulator
                .json("/v1/visits?inspector=*&limit=1000&" + filter)
                .get("items")
                .valueStream()
                .map(one -> one.get("id").asLong())
                .toList();
    }

    private static String body(String key, String report) {
        return "{\"key\":\"" + key + "\",\"report\":" + report + "}";
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    @Test
    void a_result_becomes_a_fact_once_and_another_one_is_kept_beside_it() {
        Assignment visit = visits.handedOut(inDivision(), 900_071);
        String address = "/v1/visits/" + visit.id();
        String failed = body("device-1-key", visits.report(Mark.FAILS, Consequence.ORDERED));

        HttpResponse<String> first = scoped.post(address + "/result", failed);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(read(first).get("outcome").asString()).isEqualTo("DONE");
        JsonNode done = read(first).get("visit");
        assertThat(done.get("state").asString()).isEqualTo("DONE");
        assertThat(done.get("madeOn").asString()).isEqualTo(today.toString());
        assertThat(done.get("publishBy").isNull()).isFalse();

        HttpResponse<String> again = scoped.post(address + "/result", failed);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(read(again).get("outcome").asString()).isEqualTo("ALREADY");
        HttpResponse<String> other = regulator.post(
                address + "/result", body("device-2-key", visits.report(Mark.CONFORMS, Consequence.NONE)));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(read(other).get("outcome").asString()).isEqualTo("BESIDE");

        JsonNode facts = regulator
                .json("/v1/businesses/" + visit.what().business() + "/credit-file?kind=inspection&limit=1000")
                .get("facts");
        List<JsonNode> brought = facts.valueStream()
                .filter(fact -> fact.toString().contains("\"visit-" + visit.id() + "\""))
                .toList();
        assertThat(brought).hasSize(1);
        assertThat(brought.getFirst().get("id").asString())
                .isEqualTo(done.get("fact").asString());
        assertThat(brought.getFirst().get("fields").get("result").asString()).isEqualTo("fails");
        List<JsonNode> reports =
                regulator.json(address).get("reports").valueStream().toList();
        assertThat(reports).extracting(one -> one.get("stands").asBoolean()).containsExactly(true, false);
        assertThat(reports).extracting(one -> one.get("verdict").asString()).containsExactly("FAILS", "CONFORMS");
        assertThat(reports).extracting(one -> one.get("by").asString()).containsExactly("visit-sender", "regulator");
        assertThat(reports.getFirst().get("findings").get(0).toString())
                .isEqualTo("{\"item\":\"1\",\"mark\":\"FAILS\",\"note\":\"seen\"}");
        assertThat(found("state=DONE")).contains(visit.id());
        // It is open until its result is public.
        assertThat(found("state=OPEN")).contains(visit.id());
        assignments().published(assignments().find(visit.id()).orElseThrow(), today, new Acting("lin", Instant.now()));
        assertThat(found("state=OPEN")).doesNotContain(visit.id());
        assertThat(server.bean(AuditLog.class)
                        .newest(AuditQuery.of(Assignment.subject(visit.id())), 0, 9)
                        .reversed())
                .extracting(entry -> entry.act() + " " + entry.actor())
                .containsExactly("visit-made visit-sender", "visit-reported-again regulator", "visit-published lin");
    }

    @Test
    void a_report_that_cannot_be_a_result_is_refused_with_all_that_is_wrong_and_changes_nothing() {
        Assignment visit = visits.handedOut(inDivision(), 900_072);
        String address = "/v1/visits/" + visit.id() + "/result";
        String report = visits.report(Mark.CONFORMS, Consequence.NONE);

        refused(address, body("short", report), "key", "Maybe send a UUID");
        refused(address, "{\"report\":{}}", "key", "The field (key) is missing");
        refused(address, "{\"key\":\"device-1-key\"}", "report", "The field (report) is missing");
        refused(address, body("device-1-key", "{}"), "report", "It is not said what follows", "The day of the visit");
        refused(
                address,
                body("device-1-key", visits.report(Mark.FAILS, Consequence.NONE)),
                "report",
                "What follows (NONE) does not fit");
        refused(
                address,
                body("device-1-key", report.replace("\"version\":\"1\"", "\"version\":\"0\"")),
                "report",
                "The checklist is now cn-catering-2016 1");
        refused(
                address,
                body(
                        "device-1-key",
                        report.replace(today.toString(), today.plusDays(1).toString())),
                "report",
                "is not between the day on which it was handed out");
        refused(
                address,
                body("device-1-key", report.replace(today.toString(), "today")),
                "report",
                "The day of the visit is missing, or is no day");
        refused(
                address,
                body("device-1-key", report.replaceFirst("\\{\"item\"[^}]*}", "null")),
                "report",
                "The item (?) has no known mark");
        JsonNode whole = regulator.json("/v1/visits/" + visit.id());
        assertThat(whole.get("visit").get("state").asString()).isEqualTo("ASSIGNED");
        assertThat(whole.get("reports").size()).isZero();

        Assignment hidden = visits.handedOut(number(division -> !division.equals("320612")), 900_072);
        assertThat(scoped.post("/v1/visits/" + hidden.id() + "/result", body("device-1-key", report))
                        .statusCode())
                .isEqualTo(404);
        assertThat(regulator
                        .post("/v1/visits/999999/result", body("device-1-key", report))
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Caller(server, "operator")
                        .post(address, body("device-1-key", report))
                        .statusCode())
                .isEqualTo(403);
        assertThat(assignments().find(hidden.id()).orElseThrow().state()).isEqualTo(WorkState.ASSIGNED);
    }

    @Test
    void a_repeated_request_gets_the_answer_of_before() {
        Assignment visit = visits.handedOut(inDivision(), 900_073);
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (int time = 0; time < 2; time++) {
            answers.add(regulator.send(
                    "POST",
                    "/v1/visits/" + visit.id() + "/result",
                    HttpRequest.BodyPublishers.ofString(
                            body("device-1-key", visits.report(Mark.CONFORMS, Consequence.NONE))),
                    "Content-Type",
                    "application/json",
                    "Idempotency-Key",
                    "visit-api-" + visit.id()));
        }
        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(201, 201);
        assertThat(answers.get(1).body()).isEqualTo(answers.get(0).body());
        assertThat(answers.get(1).headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(regulator.json("/v1/visits/" + visit.id()).get("reports").size())
                .isEqualTo(1);
    }

    private void refused(String address, String body, String parameter, String... words) {
        HttpResponse<String> answer = regulator.post(address, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body())
                .contains("\"parameter\":\"" + parameter + "\"")
                .contains(words);
    }
}
