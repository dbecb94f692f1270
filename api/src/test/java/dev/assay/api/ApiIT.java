package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WithSampleServer
class ApiIT {

    private static final String BUSINESS = "/v1/businesses/sample:" + SampleRegister.identity(7);

    private final SampleServer server;

    ApiIT(SampleServer server) {
        this.server = server;
    }

    @Test
    void a_business_is_found_by_its_own_identity_and_by_its_licence_number() {
        JsonNode own = Caller.anyone(server).json(BUSINESS);
        String licence = own.get("licences").get(0).get("number").asString();

        assertThat(Caller.anyone(server).json("/v1/businesses/food-licence:" + licence))
                .isEqualTo(own);
        assertThat(own.get("identity").asString()).isEqualTo("sample:S00000007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"第7店", "（第7店）", "S00000007", "sample:S00000007", "JY13206850000007", "人民路7号"})
    void a_search_finds_a_business_by_name_code_licence_and_address(String text) {
        String q = java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);

        JsonNode found = Caller.anyone(server).json("/v1/businesses?q=" + q);

        assertThat(found.get("items")
                        .valueStream()
                        .map(item -> item.get("identity").asString()))
                .contains("sample:S00000007");
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1000, 300, 299, 100, 77})
    void pages_show_every_rating_exactly_once(int limit) {
        Caller partner = new Caller(server, "partner");
        List<String> seen = new ArrayList<>();
        String next = "/v1/ratings?model=sample-public&limit=" + limit;
        while (next != null) {
            JsonNode page = partner.json(next);
            page.get("items")
                    .forEach(item -> seen.add(item.get("rating").get("subject").asString()));
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, WithSampleServer.BUSINESSES)
                        .mapToObj(number -> "sample:" + SampleRegister.identity(number))
                        .toList());
    }

    @Test
    void a_filter_gives_the_ratings_that_fit_and_no_other() {
        JsonNode page = new Caller(server, "partner").json("/v1/ratings?model=sample-public&limit=1000&grade=5");
        JsonNode all = new Caller(server, "partner").json("/v1/ratings?model=sample-public&limit=1000");

        assertThat(page.get("items").valueStream().toList())
                .isNotEmpty()
                .isEqualTo(all.get("items")
                        .valueStream()
                        .filter(item ->
                                item.get("rating").get("grade").asString("").equals("5"))
                        .toList());
    }

    @Test
    void an_explanation_repeats_the_stored_rating() {
        JsonNode explanation = Caller.anyone(server).json(BUSINESS + "/ratings/sample-public/explanation");

        assertThat(explanation.get("verified").asBoolean()).isTrue();
        assertThat(explanation.get("indicators").size()).isEqualTo(3);
    }

    @Test
    void what_would_better_a_grade_is_told_to_anyone_who_may_see_it() {
        JsonNode improvements = Caller.anyone(server).json(BUSINESS + "/ratings/sample-public/improvements");
        assertThat(improvements.path("rating").path("model").asString()).isEqualTo("sample-public");
        assertThat(improvements.path("ways").isArray()).isTrue();
        assertThat(improvements.path("byItself").isArray()).isTrue();
    }

    @Test
    void a_silent_feed_is_told_with_the_grade_and_the_file_that_rest_on_it() {
        JsonNode explanation = Caller.anyone(server).json(BUSINESS + "/ratings/sample-public/explanation");
        JsonNode file = new Caller(server, "regulator").json(BUSINESS + "/credit-file");

        assertThat(explanation.get("silentFeeds").toString()).isEqualTo("""
                [{"feed":"district-profile","lastAsAt":"2026-11-01","expectedEveryDays":7}]""");
        assertThat(file.get("silentFeeds")).isEqualTo(explanation.get("silentFeeds"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-19, 404", "2026-11-20, 200", "2026-11-21, 200"})
    void a_rating_stands_from_the_day_for_which_it_was_made(String day, int status) {
        assertThat(Caller.anyone(server)
                        .get(BUSINESS + "/ratings/sample-public?as-of=" + day)
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void a_credit_file_shows_each_fact_with_its_source_and_its_parts_fit_together() {
        Caller regulator = new Caller(server, "regulator");
        String file = "/v1/businesses/sample:" + SampleRegister.identity(20) + "/credit-file";

        JsonNode whole = regulator.json(file);
        List<JsonNode> parts = new ArrayList<>();
        String next = file + "?limit=1";
        while (next != null) {
            JsonNode part = regulator.json(next);
            part.get("facts").forEach(parts::add);
            next = part.get("nextPage").isNull() ? null : part.get("nextPage").asString();
        }

        assertThat(whole.get("facts").valueStream().toList()).hasSize(4).isEqualTo(parts);
        assertThat(whole.get("facts").get(0).get("source"))
                .isEqualTo(new JsonMapper().readTree("""
                                        {"feed":"district-profile","file":"profile-20261120.csv","sha256":"%s","line":21,"by":null,"reason":null}
                                        """.formatted("0".repeat(64))));
        assertThat(whole.get("kinds").valueStream().map(kind -> kind.get("kind").asString()))
                .containsExactly("business", "licence", "inspection", "penalty");
    }

    @ParameterizedTest(name = "as of {0}, known at {1}: {2} facts")
    @CsvSource({
        "2026-11-20, 2026-11-20T18:00:00Z, 4",
        "2026-11-20, 2026-11-20T17:59:59Z, 0",
        // The penalty was 40 days before, the inspection 60.
        "2026-10-11, 2026-11-20T18:00:00Z, 4",
        "2026-10-10, 2026-11-20T18:00:00Z, 3"
    })
    void a_credit_file_is_cut_at_the_day_and_at_the_instant(String day, String instant, int facts) {
        JsonNode file = new Caller(server, "regulator")
                .json("/v1/businesses/sample:" + SampleRegister.identity(60) + "/credit-file?as-of=" + day
                        + "&known-at=" + instant);

        assertThat(file.get("facts").size()).isEqualTo(facts);
        assertThat(file.get("knownAt").asString()).isEqualTo(instant);
    }

    @Test
    void a_repeated_question_with_the_etag_is_answered_with_not_modified() {
        Caller caller = Caller.anyone(server);
        String etag = caller.get(BUSINESS).headers().firstValue("ETag").orElseThrow();

        var again = caller.get(BUSINESS, "If-None-Match", etag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(caller.get(BUSINESS, "If-None-Match", "\"other\"").statusCode())
                .as("made up")
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0} {1} → {2}, {3}")
    @CsvSource({
        "GET,  /v1/businesses/nobody:1,                        404, ''",
        "GET,  /v1/businesses/nocolon,                         400, identity",
        "GET,  /v1/businesses?q=x,                             400, q",
        "GET,  /v1/businesses,                                 400, q",
        "GET,  /v1/list-entries?limit=0,                       400, limit",
        "GET,  /v1/list-entries?limit=1001,                    400, limit",
        "GET,  /v1/list-entries?limit=many,                    400, limit",
        "GET,  /v1/list-entries?cursor=!,                      400, cursor",
        "GET,  /v1/list-entries?cursor=eA,                     400, cursor",
        "GET,  /v1/businesses/sample:S00000007/ratings/sample-public?as-of=20th, 400, as-of",
        "GET,  /v1/businesses/sample:S00000007/ratings/sample-public/explanation?subject=none, 400, subject",
        "GET,  /v1/nonsense,                                   404, ''",
        "POST, /v1/list-entries,                               404, ''"
    })
    void every_error_is_a_problem_that_names_the_parameter(String method, String path, int status, String parameter) {
        var answer = Caller.anyone(server).send(method, path);

        JsonNode problem = new JsonMapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("detail").asString()).contains("\nMaybe ");
        assertThat(problem.path("parameter").asString("")).isEqualTo(parameter);
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "dev.assay.");
    }

    @Test
    void the_description_of_the_api_names_every_address_and_no_domain_type() {
        String description = Caller.anyone(server).get("/api-docs").body();

        assertThat(description)
                .contains("/v1/ratings", "/v1/list-entries", "/v1/businesses/{identity}/ratings/{model}/explanation")
                .doesNotContain("dev.assay", "\"Rating\"", "\"Viewer\"");
    }
}
