package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.access.Route;
import dev.assay.store.testing.SampleRegister;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route against every viewer. 302 leads to the login; 401 asks a program for one. */
@WithSampleServer
class AccessIT {

    private static final String BUSINESS = "sample:" + SampleRegister.identity(7);

    /** The inspection of that business, by its number in the store. */
    private static final String FACT = Long.toString((1L << 32) + 7 * 4 + 2);

    private final SampleServer server;

    AccessIT(SampleServer server) {
        this.server = server;
    }

    @ParameterizedTest(name = "{0}: anyone {1}, partner {2}, operator {3}, regulator {4}")
    @CsvSource({
        "/public?q=123,                                200, 200, 200, 200",
        "/public/list,                                 200, 200, 200, 200",
        "/public/businesses/BUSINESS,                  200, 200, 200, 200",
        "/login,                                       200, 200, 200, 200",
        // Without the settings of a sign-on.
        "/sign-on/at/authority,                        404, 404, 404, 404",
        "/sign-on/return,                              404, 404, 404, 404",
        "/sign-on/code,                                302, 302, 302, 302",
        "/claim,                                       200, 200, 200, 200",
        "/reset,                                       200, 200, 200, 200",
        "/second-factor,                               302, 403, 200, 200",
        "/accounts,                                    302, 403, 403, 403",
        "/clients,                                     302, 403, 403, 403",
        "/my,                                          302, 403, 403, 403",
        "/businesses/BUSINESS/logins,                  302, 403, 403, 200",
        "/assets/assay.css,                            200, 200, 200, 200",
        "/webjars/htmx.org/dist/htmx.min.js,           200, 200, 200, 200",
        "/api-docs,                                    200, 200, 200, 200",
        "/api-changes,                                 200, 200, 200, 200",
        "/swagger-ui/index.html,                       200, 200, 200, 200",
        "/actuator/health,                             200, 200, 200, 200",
        "/actuator/prometheus,                         401, 403, 200, 200",
        "/v1/businesses?q=123,                         200, 200, 200, 200",
        "/v1/businesses/BUSINESS,                      200, 200, 200, 200",
        "/v1/businesses/BUSINESS/ratings,              200, 200, 200, 200",
        "/v1/list-entries,                             200, 200, 200, 200",
        "/v1/draws,                                    200, 200, 200, 200",
        "/v1/draws/999999,                             404, 404, 404, 404",
        "/v1/draws/999999/file,                        404, 404, 404, 404",
        "/v1/changes,                                  200, 200, 200, 200",
        "/v1/changes?chain=partners,                   404, 200, 404, 200",
        "/v1/followers,                                401, 200, 403, 200",
        "/v1/full-files,                               200, 200, 200, 200",
        "/v1/full-files/nothing.zst,                   404, 404, 404, 404",
        "/v1/full-files/nothing.zst/manifest,          404, 404, 404, 404",
        "/v1/keys,                                     200, 200, 200, 200",
        "/v1/models,                                   200, 200, 200, 200",
        "/v1/models/uk-fhrs,                           200, 200, 200, 200",
        "/v1/models/cn-food-risk-2016,                 404, 404, 404, 200",
        "/v1/models/sf-lives,                          404, 404, 404, 404",
        "/v1/businesses/BUSINESS/credit-file,          401, 403, 403, 200",
        // What a model's visibility hides does not exist: 404, never 403.
        "/v1/businesses/BUSINESS/ratings/sample-public,   200, 200, 200, 200",
        "/v1/businesses/BUSINESS/ratings/sample-partners, 404, 200, 404, 200",
        "/v1/businesses/BUSINESS/ratings/sample-internal, 404, 404, 404, 200",
        "/v1/businesses/BUSINESS/ratings/sample-public/explanation,   200, 200, 200, 200",
        "/v1/businesses/BUSINESS/ratings/sample-partners/explanation, 404, 200, 404, 200",
        "/v1/businesses/BUSINESS/ratings/sample-internal/explanation, 404, 404, 404, 200",
        "/v1/ratings?model=sample-public,              401, 200, 403, 200",
        "/v1/ratings?model=sample-partners,            401, 200, 403, 200",
        "/v1/ratings?model=sample-internal,            401, 404, 403, 200",
        "/overview,                                    302, 403, 403, 200",
        "/businesses,                                  302, 403, 403, 200",
        "/businesses/BUSINESS,                         302, 403, 403, 200",
        "/businesses/BUSINESS/explanation,             302, 403, 403, 200",
        "/businesses/BUSINESS/credit-file,             302, 403, 403, 200",
        "/businesses/BUSINESS/facts/new,               302, 403, 403, 200",
        "/businesses/BUSINESS/facts/FACT,              302, 403, 403, 200",
        "/models,                                      302, 403, 403, 200",
        "/models/uk-fhrs,                              302, 403, 403, 200",
        "/models/uk-fhrs/versions/999,                 302, 403, 403, 404",
        "/held,                                        302, 403, 403, 200",
        "/held/999,                                    302, 403, 403, 404",
        "/audit,                                       302, 403, 403, 200",
        "/audit/reads,                                 302, 403, 403, 200",
        "/simulations/999,                             302, 403, 403, 404",
        "/simulations/999/moves.csv,                   302, 403, 403, 404",
        "/persons,                                     302, 403, 403, 200",
        "/partners,                                    302, 403, 403, 200",
        "/lists,                                       302, 403, 403, 200",
        "/lists/2,                                     302, 403, 403, 200",
        "/questions,                                   302, 403, 403, 200",
        "/questions/1,                                 302, 403, 403, 200",
        "/v1/businesses/BUSINESS/links,                401, 403, 403, 200",
        "/v1/name-questions,                           401, 403, 403, 200",
        "/v1/name-questions/1,                         401, 403, 403, 200",
        "/v1/visits,                                   401, 403, 403, 200",
        "/v1/visits/999999,                            401, 403, 403, 404",
        "/v1/plans,                                    401, 403, 403, 200",
        "/v1/plans/999999,                             401, 403, 403, 404",
        "/v1/plans/999999/visits,                      401, 403, 403, 404",
        "/feeds,                                       302, 403, 200, 200",
        "/feeds/district-profile,                      302, 403, 200, 200",
        "/imports/2,                                   302, 403, 200, 200",
        "/v1/imports,                                  401, 403, 200, 200",
        "/v1/imports/2,                                401, 403, 200, 200",
        "/quarantine,                                  302, 403, 200, 200",
        "/quality,                                     302, 403, 200, 200",
        "/quarantine.csv,                              302, 403, 200, 200",
        "/quarantine/reasons,                          302, 403, 200, 200",
        "/quarantine/sheets/2,                         302, 403, 200, 200",
        "/quarantine/2/17,                             302, 403, 200, 200",
        "/jobs,                                        302, 403, 200, 200",
        // What no route names is there for nobody.
        "/nonsense,                                    404, 404, 404, 404",
        "/v1/nonsense,                                 404, 404, 404, 404",
        "/actuator/env,                                404, 404, 404, 404"
    })
    void a_route_answers_each_viewer_as_its_audience_says(
            String path, int anyone, int partner, int operator, int regulator) {
        String address = path.replace("BUSINESS", BUSINESS).replace("FACT", FACT);

        List<Integer> answers = Stream.of("", "partner", "operator", "regulator")
                .map(account -> new Caller(server, account).get(address).statusCode())
                .toList();

        assertThat(answers).containsExactly(anyone, partner, operator, regulator);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/overview", "/models", "/audit", "/jobs", "/v1/ratings?model=sample-internal"})
    void an_approver_sees_what_a_regulator_sees(String path) {
        assertThat(new Caller(server, "approver").get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "'',        sample-public",
        "operator,  sample-public",
        "partner,   sample-partners sample-public",
        "regulator, sample-internal sample-partners sample-public"
    })
    void the_ratings_of_a_business_are_those_of_the_models_for_the_viewer(String account, String models) {
        var ratings = new Caller(server, account).json("/v1/businesses/" + BUSINESS + "/ratings");

        assertThat(ratings.get("items")
                        .valueStream()
                        .map(item -> item.get("model").asString()))
                .containsExactlyInAnyOrder(models.split(" "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public?q=123",
                "/public/list",
                "/public/businesses/BUSINESS",
                "/login",
                "/claim",
                "/reset",
                "/second-factor",
                "/overview",
                "/area",
                "/area/rows?figure=coverage",
                "/warnings",
                "/warnings?state=ALL",
                "/escalations",
                "/escalations/new?figure=samples-per-thousand",
                "/businesses",
                "/businesses/BUSINESS",
                "/businesses/BUSINESS/explanation",
                "/businesses/BUSINESS/logins",
                "/businesses/BUSINESS/credit-file",
                "/businesses/BUSINESS/facts/new",
                "/businesses/BUSINESS/facts/new?kind=inspection",
                "/businesses/BUSINESS/facts/FACT",
                "/models",
                "/models/cn-food-risk-2016",
                "/audit/reads",
                "/simulations/999",
                "/persons",
                "/lists",
                "/partners",
                "/lists?group=listed&list=red-list",
                "/lists/2",
                "/requests",
                "/questions",
                "/questions?open=false",
                "/questions/1",
                "/feeds",
                "/imports/2",
                "/imports/999",
                "/quarantine",
                "/quarantine?state=ALL&reason=bad-date",
                "/quarantine/reasons",
                "/quality",
                "/quality?feed=district-profile",
                "/quarantine/2/17",
                "/jobs",
                "/nonsense",
                "/businesses?sort=nonsense"
            })
    void every_page_has_its_words_in_both_languages(String path) {
        String address = path.replace("BUSINESS", BUSINESS).replace("FACT", FACT);
        Caller regulator = new Caller(server, "regulator");
        for (String language : List.of("zh", "en")) {
            String page = regulator
                    .get(address + (address.contains("?") ? "&" : "?") + "lang=" + language)
                    .body();
            assertThat(page).contains("<html").doesNotContain("??");
        }
    }

    @Test
    void a_decision_without_the_forms_token_is_refused_even_to_a_regulator() {
        assertThat(new Caller(server, "regulator")
                        .send("POST", "/lists/2/notice?revision=0&reason=because")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void every_handler_of_the_server_is_named_by_a_route() {
        AntPathMatcher paths = new AntPathMatcher();
        String unnamed = server
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("dev.assay"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                .filter(pattern -> !pattern.equals("/error"))
                .filter(pattern -> Route.ALL.stream()
                        .noneMatch(route -> paths.match(route.pattern(), pattern.replaceAll("\\{[^}]+}", "x"))))
                .collect(Collectors.joining("\n"));

        assertThat(unnamed).isEmpty();
    }

    @Test
    void pages_allow_no_inline_script_and_no_frame() {
        var policy = Caller.anyone(server).get("/public").headers().firstValue("Content-Security-Policy");

        assertThat(policy)
                .hasValueSatisfying(value -> assertThat(value)
                        .contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
    }

    /** Every address that takes a POST, in the order of the routes. */
    private static final List<String> POSTS = List.of(
            "/login",
            "/logout",
            "/sign-on/code",
            "/claim",
            "/reset",
            "/second-factor",
            "/second-factor/confirm",
            "/second-factor/codes",
            "/second-factor/remove",
            "/accounts",
            "/accounts/factors",
            "/accounts/*/drop-factor",
            "/accounts/*/change",
            "/accounts/*/lock",
            "/accounts/*/unlock",
            "/accounts/*/reset",
            "/accounts/*/link",
            "/accounts/*/unlink",
            "/oauth2/token",
            "/clients",
            "/clients/*/rotate",
            "/clients/*/key",
            "/clients/*/revoke",
            "/my/cases/*/statement",
            "/my/cases/*/ask-hearing",
            "/my/requests",
            "/my/requests/*/withdraw",
            "/v1/businesses/*/merge",
            "/v1/businesses/*/part",
            "/v1/businesses/*/facts",
            "/v1/businesses/*/facts/*/correct",
            "/v1/businesses/*/facts/*/withdraw",
            "/v1/acknowledgements",
            "/v1/list-entries/*/measures",
            "/v1/match",
            "/v1/name-questions/*/answer",
            "/v1/name-questions/*/undo",
            "/v1/visits/*/result",
            "/v1/visits/*/not-made",
            "/v1/visits/*/papers",
            "/warnings/*/dispatch",
            "/warnings/*/handle",
            "/warnings/*/close",
            "/escalations",
            "/escalations/*/issue",
            "/escalations/*/drop",
            "/models/*/simulations",
            "/models/*/versions",
            "/models/*/versions/*/edit",
            "/models/*/versions/*/check",
            "/models/*/versions/*/simulate",
            "/models/*/versions/*/trial",
            "/models/*/versions/*/end-trial",
            "/models/*/versions/*/drop",
            "/models/*/versions/*/approve",
            "/models/*/versions/*/give-back",
            "/models/*/versions/*/retire",
            "/predictions/*/trainings/*/trial",
            "/predictions/*/trainings/*/end-trial",
            "/predictions/*/trainings/*/drop",
            "/predictions/*/trainings/*/approve",
            "/predictions/*/trainings/*/retire",
            "/draws",
            "/draws/*/commit",
            "/draws/*/draw",
            "/draws/*/publish",
            "/draws/*/withdraw",
            "/draws/*/hand-out",
            "/plans",
            "/plans/sampling",
            "/plans/*/approve",
            "/plans/*/put-in-force",
            "/plans/*/withdraw",
            "/plans/*/again",
            "/plans/*/hand-out",
            "/assignments",
            "/assignments/*/begin",
            "/assignments/*/result",
            "/assignments/*/papers",
            "/assignments/*/not-made",
            "/assignments/*/withdraw",
            "/assignments/*/published",
            "/inspectors/logins",
            "/inspectors",
            "/held/*/release",
            "/held/*/reject",
            "/persons/search",
            "/persons/reveal",
            "/businesses/*/merge",
            "/businesses/*/part",
            "/businesses/*/logins",
            "/businesses/*/logins/*/revoke",
            "/businesses/*/override",
            "/businesses/*/facts",
            "/businesses/*/facts/*/correct",
            "/businesses/*/facts/*/withdraw",
            "/partners/address",
            "/lists/*/notice",
            "/lists/*/statement",
            "/lists/*/ask-hearing",
            "/lists/*/fix-hearing",
            "/lists/*/hold-hearing",
            "/lists/*/dismiss",
            "/lists/*/person",
            "/lists/*/publish",
            "/lists/*/papers",
            "/lists/*/requests",
            "/lists/*/decide",
            "/lists/*/consent",
            "/lists/*/refuse-consent",
            "/lists/*/annul",
            "/requests/*/accept",
            "/requests/*/decline",
            "/requests/*/grant",
            "/requests/*/refuse",
            "/requests/*/revoke",
            "/questions/*/answer",
            "/questions/*/undo",
            "/quarantine/sheets",
            "/quarantine/*/*/leave-out");

    @Test
    void no_route_but_login_logout_and_decisions_takes_a_post() {
        assertThat(Route.ALL.stream()
                        .filter(route -> route.method().equals(HttpMethod.POST))
                        .map(Route::pattern))
                .containsExactlyElementsOf(POSTS);
    }
}
