package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.api.access.Audience;
import dev.assay.api.access.Route;
import dev.assay.core.work.Consequence;
import dev.assay.core.work.Mark;
import dev.assay.store.account.ApiClients;
import dev.assay.store.audit.Acting;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.plan.PlanParts;
import dev.assay.store.plan.Plans;
import dev.assay.store.plan.StoredPlan;
import dev.assay.store.work.Assignment;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A field system of the authority: a program that is its own, is kept to divisions, and sends what came of visits. */
@WithSampleServer
class FieldProgramIT {

    private static final Pattern CLIENT = Pattern.compile("id=\"client\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000");

    private final SampleServer server;
    private final SampleVisits visits;

    FieldProgramIT(SampleServer server) {
        this.server = server;
        this.visits = new SampleVisits(server);
    }

    @BeforeEach
    void makeAnAdministrator() {
        server.bean("dsl", DSLContext.class).execute("""
                INSERT IGNORE INTO account (name, password_hash, role, created_at)
                SELECT 'administrator', password_hash, 'ADMINISTRATOR', created_at FROM account WHERE name = 'partner'
                """);
    }

    private String make(Map<String, String> fields) {
        return Visitor.of(server, "administrator", SampleServer.PASSWORD)
                .submit("/clients", "/clients", fields)
                .body();
    }

    /** A program with its token. */
    private record Program(String id, String token) {}

    private Program program(Map<String, String> fields) {
        String page = make(fields);
        Matcher id = CLIENT.matcher(page);
        Matcher secret = SECRET.matcher(page);
        assertThat(id.find() && secret.find()).as(page).isTrue();
        String basic = Base64.getEncoder()
                .encodeToString((id.group(1) + ":" + secret.group(1)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = Caller.anyone(server)
                .send(
                        "POST",
                        "/oauth2/token",
                        HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Basic " + basic);
        return new Program(id.group(1), json(answer).get("access_token").asString());
    }

    private Program field() {
        return program(Map.of("title", "Field system", "scopes", "visits", "own", "true", "divisions", "320612"));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(Program program, String path) {
        return Caller.anyone(server).get(path, "Authorization", "Bearer " + program.token());
    }

    private HttpResponse<String> post(Program program, String path, String type, byte[] body) {
        return Caller.anyone(server)
                .send(
                        "POST",
                        path,
                        HttpRequest.BodyPublishers.ofByteArray(body),
                        "Content-Type",
                        type,
                        "Authorization",
                        "Bearer " + program.token());
    }

    private HttpResponse<String> post(Program program, String path, String body) {
        return post(program, path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** A business that no other test visits. */
    private int number(Predicate<String> division) {
        return IntStream.range(150, 180)
                .filter(number -> division.test(
                        Objects.requireNonNullElse(visits.business(number).division(), "")))
                .findFirst()
                .orElseThrow();
    }

    private Assignment own(int draw) {
        return visits.handedOut(number("320612"::equals), draw);
    }

    private Assignment others(int draw) {
        return visits.handedOut(number(division -> !division.equals("320612")), draw);
    }

    /** A draft of a year of which no other test plans anything. */
    private int plan(String division) {
        LocalDate day = LocalDate.of(2033, 3, 1);
        return server.bean(Plans.class)
                .keep(
                        new StoredPlan.Basis(
                                "field-year", "b".repeat(64), division, 2033, day, day.plusDays(1), null, 0),
                        new StoredPlan.Counts(0, 0, 0, 0, 0, 0),
                        List.of(),
                        new PlanParts(List.of(), List.of(), Map.of()),
                        new Acting("regulator", Instant.now()));
    }

    private List<String> acts(Assignment visit) {
        return server
                .bean(AuditLog.class)
                .newest(AuditQuery.of(Assignment.subject(visit.id())), 0, 9)
                .reversed()
                .stream()
                .map(entry -> entry.act() + " " + entry.actor())
                .toList();
    }

    private List<String> inspections(Assignment visit) {
        return new Caller(server, "regulator")
                .json("/v1/businesses/" + visit.what().business() + "/credit-file?kind=inspection&limit=1000")
                .get("facts")
                .valueStream()
                .map(JsonNode::toString)
                .filter(fact -> fact.contains("\"visit-" + visit.id() + "\""))
                .toList();
    }

    @Test
    void only_a_program_that_is_marked_as_the_authoritys_own_and_kept_to_divisions_gets_the_scope() {
        int before = server.bean(ApiClients.class).all(Instant.now()).size();
        for (Map<String, String> refused : List.of(
                Map.of("title", "A platform", "scopes", "visits"),
                Map.of("title", "A platform", "scopes", "visits", "divisions", "320612"),
                Map.of("title", "A platform", "scopes", "ratings", "divisions", "320612"),
                Map.of("title", "Own", "scopes", "visits", "own", "true"),
                Map.of("title", "Own", "scopes", "visits", "own", "true", "divisions", "3206%"))) {
            assertThat(make(refused))
                    .as("%s", refused)
                    .contains("role=\"alert\"")
                    .doesNotContain("id=\"secret\"");
        }
        assertThat(server.bean(ApiClients.class).all(Instant.now())).hasSize(before);
        Program program = field();
        assertThat(Visitor.of(server, "administrator", SampleServer.PASSWORD)
                        .get("/clients")
                        .body())
                .contains("320612");
        assertThat(server.bean(AuditLog.class)
                        .newest(AuditQuery.of("client:" + program.id()), 0, 9)
                        .getFirst()
                        .detail()
                        .toString())
                .contains("320612");
        // The column by itself gives nothing to a platform.
        server.bean("dsl", DSLContext.class)
                .execute("UPDATE api_client SET divisions = '' WHERE client_id = ?", program.id());
        assertThat(server.bean(ApiClients.class).all(Instant.now()).stream()
                        .filter(client -> client.id().equals(program.id()))
                        .flatMap(client -> client.divisions().stream()))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_field_program_comes_to_its_routes_and_to_no_other_that_is_not_for_everyone() {
        Program field = field();
        Program platform =
                program(Map.of("title", "A platform with everything", "scopes", "ratings,lists,changes,match"));
        return Route.ALL.stream()
                .filter(route -> route.audience() != Audience.EVERYONE)
                .map(route -> dynamicTest("%s %s".formatted(route.method(), route.pattern()), () -> {
                    String path = route.pattern().replace("**", "x").replace("*", "999999");
                    boolean reads = route.method().equals(HttpMethod.GET);
                    HttpResponse<String> answer = reads ? get(field, path) : post(field, path, "{}");
                    if (route.audience() == Audience.FIELD) {
                        assertThat(answer.statusCode()).isIn(200, 400, 404, 415);
                        assertThat((reads ? get(platform, path) : post(platform, path, "{}")).statusCode())
                                .isEqualTo(403);
                    } else {
                        assertThat(answer.statusCode()).isEqualTo(403);
                    }
                }));
    }

    @Test
    void elsewhere_it_sees_what_everyone_sees() {
        Program field = field();
        String business = "/v1/businesses/sample:S00000007/ratings/";
        assertThat(get(field, business + "sample-public").statusCode()).isEqualTo(200);
        assertThat(get(field, business + "sample-partners").statusCode()).isEqualTo(404);
        assertThat(get(field, business + "sample-internal").statusCode()).isEqualTo(404);
    }

    @Test
    void it_reads_the_visits_of_its_divisions_alone_and_every_reading_is_noted() throws InterruptedException {
        Program field = field();
        Assignment own = own(900_081);
        Assignment other = others(900_081);
        List<Long> seen = json(get(field, "/v1/visits?inspector=*&limit=1000"))
                .get("items")
                .valueStream()
                .map(one -> one.get("id").asLong())
                .toList();
        assertThat(seen).contains(own.id()).doesNotContain(other.id());
        assertThat(get(field, "/v1/visits/" + own.id()).statusCode()).isEqualTo(200);
        assertThat(get(field, "/v1/visits/" + other.id()).statusCode()).isEqualTo(404);
        // A plan of all divisions is not within its own.
        int plan = plan("320612");
        int all = plan("");
        assertThat(get(field, "/v1/plans/" + plan).statusCode()).isEqualTo(200);
        assertThat(get(field, "/v1/plans/" + plan + "/visits").statusCode()).isEqualTo(200);
        assertThat(get(field, "/v1/plans/" + all).statusCode()).isEqualTo(404);
        assertThat(get(field, "/v1/plans/" + all + "/visits").statusCode()).isEqualTo(404);
        assertThat(json(get(field, "/v1/plans?limit=1000"))
                        .get("items")
                        .valueStream()
                        .map(one -> one.get("id").asInt()))
                .contains(plan)
                .doesNotContain(all);

        DSLContext dsl = server.bean("dsl", DSLContext.class);
        String noted = "SELECT COUNT(*) FROM read_entry WHERE reader = ? AND what = ?";
        long found = 0;
        for (int tries = 0; found == 0 && tries < 100; tries++) {
            Thread.sleep(100);
            found = dsl.fetchSingle(noted, "client:" + field.id(), "GET /v1/visits/" + own.id())
                    .get(0, Long.class);
        }
        assertThat(found).isEqualTo(1);
        assertThat(dsl.fetchSingle(noted, "client:" + field.id(), "GET /v1/visits/" + other.id())
                        .get(0, Long.class))
                .isZero();
    }

    @Test
    void its_results_are_those_of_the_page_and_stand_under_its_id() {
        Program field = field();
        Assignment visit = own(900_082);
        String address = "/v1/visits/" + visit.id() + "/result";
        String body = "{\"key\":\"field-system-1\",\"report\":" + visits.report(Mark.FAILS, Consequence.ORDERED) + "}";
        assertThat(post(field, address, body).statusCode()).isEqualTo(201);
        assertThat(json(post(field, address, body)).get("outcome").asString()).isEqualTo("ALREADY");
        assertThat(acts(visit)).containsExactly("visit-made client:" + field.id());
        assertThat(inspections(visit)).hasSize(1);

        Assignment other = others(900_082);
        String elsewhere = "/v1/visits/" + other.id();
        assertThat(post(field, elsewhere + "/result", body).statusCode()).isEqualTo(404);
        assertThat(post(field, elsewhere + "/not-made", "{\"obstacle\":\"CLOSED\",\"reason\":\"gone\"}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(field, elsewhere + "/papers", "image/png", PNG).statusCode())
                .isEqualTo(404);
        assertThat(acts(other)).isEmpty();
    }

    @Test
    void a_visit_that_could_not_be_made_is_noted_once_and_goes_into_the_file_as_from_the_page() {
        Program field = field();
        Assignment visit = own(900_083);
        String address = "/v1/visits/" + visit.id() + "/not-made";
        refused(post(field, address, "{\"obstacle\":\"RAIN\",\"reason\":\"wet\"}"), "obstacle", "Maybe take one of");
        refused(post(field, address, "{\"obstacle\":\"CLOSED\",\"reason\":\" \"}"), "reason", "The reason is blank");
        refused(post(field, address, "{\"obstacle\":\"CLOSED\"}"), "reason", "The field (reason) is missing");
        String closed = "{\"obstacle\":\"CLOSED\",\"reason\":\"门店已搬空 \"}";
        HttpResponse<String> first = post(field, address, closed);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(json(first).get("visit").get("state").asString()).isEqualTo("NOT_DONE");
        assertThat(json(first).get("visit").get("obstacle").asString()).isEqualTo("CLOSED");
        HttpResponse<String> again = post(field, address, closed);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("outcome").asString()).isEqualTo("ALREADY");
        HttpResponse<String> another = post(field, address, "{\"obstacle\":\"REFUSED\",\"reason\":\"no entry\"}");
        assertThat(another.statusCode()).isEqualTo(409);
        assertThat(inspections(visit)).singleElement().asString().contains("\"closed\"");
        assertThat(acts(visit)).containsExactly("visit-not-made client:" + field.id());

        // What lies with the authority is no fact of the business.
        Assignment rained = own(900_084);
        assertThat(post(field, "/v1/visits/" + rained.id() + "/not-made", closed.replace("CLOSED", "OTHER"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(inspections(rained)).isEmpty();
    }

    @Test
    void papers_are_what_their_bytes_say_and_the_same_one_is_kept_once() {
        Program field = field();
        Assignment visit = own(900_085);
        String address = "/v1/visits/" + visit.id() + "/papers?name=kitchen.png";
        byte[] photo = Arrays.copyOf(PNG, 12);
        photo[11] = (byte) visit.id();
        HttpResponse<String> first = post(field, address, "image/png", photo);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(json(first).get("papers").asInt()).isEqualTo(1);
        HttpResponse<String> again = post(field, address, "image/jpeg", photo);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(json(again).get("outcome").asString()).isEqualTo("ALREADY");
        assertThat(json(again).get("sha256").asString())
                .isEqualTo(json(first).get("sha256").asString());
        refused(
                post(field, address, "image/png", "<html>".getBytes(StandardCharsets.UTF_8)),
                "paper",
                "is no PDF, JPEG or PNG");
        assertThat(post(field, address, "text/html", photo).statusCode()).isEqualTo(415);
        // A photo is larger than any other body may be; more than 10 MB is none.
        byte[] large = Arrays.copyOf(photo, 2 * 1024 * 1024);
        assertThat(post(field, address, "image/png", large).statusCode()).isEqualTo(201);
        assertThat(acts(visit)).containsExactly("visit-paper client:" + field.id(), "visit-paper client:" + field.id());
        // A person of the authority sends them the same way, with name and password.
        HttpResponse<String> person = new Caller(server, "regulator")
                .send(
                        "POST",
                        address,
                        HttpRequest.BodyPublishers.ofByteArray(signature(photo)),
                        "Content-Type",
                        "image/png");
        assertThat(person.statusCode()).as(person.body()).isEqualTo(201);
        assertThat(new Caller(server, "operator")
                        .send(
                                "POST",
                                address,
                                HttpRequest.BodyPublishers.ofByteArray(photo),
                                "Content-Type",
                                "image/png")
                        .statusCode())
                .isEqualTo(403);
    }

    private static byte[] signature(byte[] photo) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(photo);
        bytes.write(1);
        return bytes.toByteArray();
    }

    private static void refused(HttpResponse<String> answer, String parameter, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"parameter\":\"" + parameter + "\"", words);
    }
}
