package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.api.access.Audience;
import dev.assay.api.access.Route;
import dev.assay.store.testing.SampleRegister;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The running API answers what its description says: each operation, when it does something and when it refuses. */
@WithSampleServer
class DescriptionIT {

    private static final String SHOP = "/v1/businesses/sample:" + SampleRegister.identity(7);
    private static final String WITH_PENALTY = "/v1/businesses/sample:" + SampleRegister.identity(220);

    private final SampleServer server;

    DescriptionIT(SampleServer server) {
        this.server = server;
    }

    /** An operation, who calls it where, and with what. */
    private record Call(String operation, String account, String path, String body, int status) {
        @Override
        public String toString() {
            return account + " " + operation + " " + path + " → " + status;
        }
    }

    private static Call get(String pattern, String account, String path) {
        return new Call("get " + pattern, account, path, "", 200);
    }

    private static Call post(String pattern, String path, String body) {
        return new Call("post " + pattern, "regulator", path, body, 200);
    }

    private static final List<Call> CALLS = List.of(
            get("/v1/businesses", "", "/v1/businesses?q=123"),
            get("/v1/businesses/{identity}", "", SHOP),
            get("/v1/businesses/{identity}/credit-file", "regulator", SHOP + "/credit-file"),
            get("/v1/businesses/{identity}/credit-file", "regulator", WITH_PENALTY + "/credit-file?limit=2"),
            get("/v1/businesses/{identity}/links", "regulator", SHOP + "/links"),
            get("/v1/businesses/{identity}/penalties", "", WITH_PENALTY + "/penalties"),
            get("/v1/businesses/{identity}/ratings", "", SHOP + "/ratings"),
            get("/v1/businesses/{identity}/ratings/{model}", "", SHOP + "/ratings/sample-public"),
            get(
                    "/v1/businesses/{identity}/ratings/{model}/explanation",
                    "",
                    SHOP + "/ratings/sample-public/explanation"),
            get(
                    "/v1/businesses/{identity}/ratings/{model}/improvements",
                    "",
                    SHOP + "/ratings/sample-public/improvements"),
            get("/v1/changes", "", "/v1/changes"),
            get("/v1/draws", "", "/v1/draws"),
            get("/v1/followers", "partner", "/v1/followers"),
            get("/v1/full-files", "", "/v1/full-files"),
            get("/v1/imports", "operator", "/v1/imports"),
            get("/v1/imports/{id}", "operator", "/v1/imports/2"),
            get("/v1/keys", "", "/v1/keys"),
            get("/v1/list-entries", "", "/v1/list-entries"),
            get("/v1/models", "", "/v1/models"),
            get("/v1/models/{model}", "", "/v1/models/uk-fhrs"),
            get("/v1/name-questions", "regulator", "/v1/name-questions"),
            get("/v1/name-questions/{id}", "regulator", "/v1/name-questions/1"),
            get("/v1/plans", "regulator", "/v1/plans"),
            get("/v1/ratings", "partner", "/v1/ratings?model=sample-public&limit=2"),
            get("/v1/visits", "regulator", "/v1/visits"),
            post("/v1/match", "/v1/match", "{\"names\":[{\"name\":\"崇川豆制品厂\",\"division\":\"320613\"}]}"),
            post(
                    "/v1/businesses/{identity}/merge",
                    "/v1/businesses/sample:" + SampleRegister.identity(295) + "/merge",
                    "{\"into\":\"sample:" + SampleRegister.identity(296) + "\",\"reason\":\"one shop\"}"),
            post(
                    "/v1/businesses/{identity}/part",
                    "/v1/businesses/sample:" + SampleRegister.identity(295) + "/part",
                    "{\"reason\":\"two shops\"}"),
            new Call(
                    "post /v1/businesses/{identity}/facts",
                    "regulator",
                    "/v1/businesses/sample:" + SampleRegister.identity(297) + "/facts",
                    "{\"kind\":\"inspection\",\"occurredOn\":\"2026-10-01\",\"fields\":{\"result\":\"pass\"},\"reason\":\"seen\",\"paper\":\"P1\"}",
                    201));

    /** What each operation refuses; where everyone may call it nobody is refused for want of a login. */
    private static Stream<Call> refused(String operation) {
        String method = operation.substring(0, operation.indexOf(' ')).toUpperCase(Locale.ROOT);
        String pattern = operation.substring(operation.indexOf(' ') + 1);
        Audience audience =
                Route.find(HttpMethod.valueOf(method), pattern).orElseThrow().audience();
        String absent = pattern.replace("{identity}", "sample:999999")
                .replace("{id}", "999999")
                .replace("{fact}", "999999")
                .replace("{model}", "no-model")
                .replace("{file}", "no-file")
                .replace("{written}", "AC1.none");
        String account = audience.contains(dev.assay.store.account.Role.OPERATOR) && !audience.equals(Audience.EVERYONE)
                ? "operator"
                : "regulator";
        Stream<Call> answers = Stream.of(
                new Call(operation, "nobody", absent, method.equals("POST") ? "{}" : "", 401),
                new Call(operation, account, absent, method.equals("POST") ? "[" : "", 0));
        return audience == Audience.EVERYONE
                ? answers
                : Stream.concat(
                        answers,
                        Stream.of(
                                new Call(operation, "", absent, method.equals("POST") ? "{}" : "", 401),
                                new Call(operation, "shop-7", absent, method.equals("POST") ? "{}" : "", 403)));
    }

    @Test
    void it_is_openapi_3_1_and_each_operation_tells_its_errors_with_an_example() {
        Described described = Described.of(server);

        assertThat(described.whole().get("openapi").asString()).startsWith("3.1");
        for (String operation : described.operations()) {
            JsonNode answers = described.answers(operation);
            assertThat(answers.propertyNames()).as(operation).contains("400", "401", "404", "429");
            answers.forEachEntry((status, answer) -> {
                if (Integer.parseInt(status) >= 400) {
                    assertThat(answer.at("/content/application~1problem+json/example/status")
                                    .asInt())
                            .as(operation)
                            .isEqualTo(Integer.parseInt(status));
                }
            });
        }
    }

    @Test
    void what_a_listing_can_be_asked_for_is_described_with_the_words_of_its_filters() {
        JsonNode planned = Described.of(server).whole().at("/paths/~1v1~1plans~1{id}~1visits/get/parameters");
        assertThat(planned.valueStream().map(one -> one.get("name").asString()))
                .containsExactlyInAnyOrder(
                        "id", "part", "from", "to", "inspector", "partner", "grade", "reason", "cursor", "limit");
        assertThat(planned.valueStream()
                        .filter(one -> one.path("required").asBoolean())
                        .map(one -> one.get("name").asString()))
                .containsExactly("id");
        assertThat(words(planned, "part")).contains("PLANNED", "LEFT_OUT", "BROKEN");
        JsonNode visits = Described.of(server).whole().at("/paths/~1v1~1visits/get/parameters");
        assertThat(visits.valueStream().map(one -> one.get("name").asString()))
                .containsExactlyInAnyOrder("state", "from", "to", "inspector", "cursor", "limit");
        assertThat(visits.valueStream().filter(one -> one.path("required").asBoolean()))
                .isEmpty();
        assertThat(words(visits, "state"))
                .containsExactly("OPEN", "ALL", "ASSIGNED", "UNDER_WAY", "DONE", "NOT_DONE", "WITHDRAWN");
    }

    private static List<String> words(JsonNode parameters, String name) {
        return parameters
                .valueStream()
                .filter(one -> one.get("name").asString().equals(name))
                .flatMap(one -> one.at("/schema/enum").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void each_operation_is_tried() {
        Set<String> tried = CALLS.stream().map(Call::operation).collect(Collectors.toCollection(TreeSet::new));
        Set<String> elsewhere = Set.of(
                // What they need is made by other tests: CertificateIT, FollowingIT, NameQuestionApiIT, HandFactApiIT,
                // ListingProcedureIT, DrawApiIT, PlanApiIT, VisitApiIT, VisitResultApiIT, FieldProgramIT.
                "get /v1/certificates/{written}",
                "get /v1/draws/{id}",
                "get /v1/draws/{id}/file",
                "get /v1/full-files/{file}",
                "get /v1/full-files/{file}/manifest",
                "get /v1/list-entries/{id}",
                "get /v1/plans/{id}",
                "get /v1/plans/{id}/visits",
                "get /v1/visits/{id}",
                "post /v1/visits/{id}/result",
                "post /v1/visits/{id}/not-made",
                "post /v1/visits/{id}/papers",
                "post /v1/acknowledgements",
                "post /v1/list-entries/{id}/measures",
                "post /v1/name-questions/{id}/answer",
                "post /v1/name-questions/{id}/undo",
                "post /v1/businesses/{identity}/facts/{fact}/correct",
                "post /v1/businesses/{identity}/facts/{fact}/withdraw");
        tried.addAll(elsewhere);

        assertThat(tried).isEqualTo(Described.of(server).operations());
    }

    @TestFactory
    Stream<DynamicTest> what_is_answered_is_what_is_described() {
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute(
                "INSERT IGNORE INTO account (name, password_hash, role, business_key, created_at) SELECT 'shop-7', password_hash, 'BUSINESS', 7, created_at FROM account WHERE name = 'partner'");
        return Stream.concat(
                        CALLS.stream(),
                        Described.of(server).operations().stream().flatMap(DescriptionIT::refused))
                .map(call -> dynamicTest(call.toString(), () -> check(call)));
    }

    private void check(Call call) {
        Caller caller = new Caller(server, call.account());
        HttpResponse<String> answer =
                call.body().isEmpty() ? caller.get(call.path()) : caller.post(call.path(), call.body());
        if (call.status() == 0) {
            // A paper is its bytes: it takes no JSON.
            assertThat(answer.statusCode())
                    .isIn(call.operation().endsWith("/papers") ? List.of(415) : List.of(200, 400, 404));
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(call.status());
        }
        assertThat(answer.headers().firstValue("RateLimit-Remaining").isPresent() || answer.statusCode() == 401)
                .isTrue();
    }

    @Test
    void an_answer_that_is_not_as_described_is_found() {
        Described described = Described.of(server);
        JsonNode schema = described.answers("get /v1/models").at("/200/content/application~1json/schema");
        String answer = Caller.anyone(server).get("/v1/models").body();

        assertThat(described.faults(schema, answer)).isEmpty();
        assertThat(described.faults(schema, answer.replaceFirst("\"digest\"", "\"hash\"")))
                .isNotEmpty();
        assertThat(described.faults(schema, answer.replaceFirst("\"items\":", "\"more\":1,\"items\":")))
                .isNotEmpty();
        assertThat(described.faults(schema, "{}")).isNotEmpty();
    }

    @Test
    void an_operation_that_is_going_to_end_says_so_from_when_and_until_when() {
        HttpResponse<String> ending = Caller.anyone(server).get("/v1/keys");
        HttpResponse<String> other = Caller.anyone(server).get("/v1/models");

        // 2026-12-01 and 2027-06-01, both at the beginning of the day, UTC.
        assertThat(ending.headers().firstValue("Deprecation")).hasValue("@1796083200");
        assertThat(ending.headers().firstValue("Sunset")).hasValue("Tue, 01 Jun 2027 00:00:00 GMT");
        assertThat(ending.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link).contains("</api-changes>", "rel=\"deprecation\""));
        assertThat(other.headers().firstValue("Deprecation")).isEmpty();
        assertThat(Described.of(server)
                        .whole()
                        .at("/paths/~1v1~1keys/get/deprecated")
                        .asBoolean())
                .isTrue();
        assertThat(Described.of(server)
                        .whole()
                        .at("/paths/~1v1~1models/get/deprecated")
                        .asBoolean())
                .isFalse();
        assertThat(Caller.anyone(server).get("/api-changes").body()).startsWith("# Changes of the API");
    }
}
