package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.api.access.Audience;
import dev.assay.api.access.Route;
import dev.assay.store.account.Role;
import dev.assay.store.testing.SampleRegister;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.http.HttpMethod;

/**
 * Every route that changes or shows something, against every kind of caller, with a business of the caller's own division and of another one, and
 * for a business its own file and another's. What is expected follows from the table of routes and from three sentences alone: who does not
 * belong to a route's audience is refused; to someone of the authority a business of another division does not exist where not everyone may look;
 * everything else gets through to the handler, which answers an empty form or body with what is missing and never fails.
 */
@WithSampleServer
class AccessMatrixIT {

    /** The 7th business lies in 320612, the 3rd in 320685. */
    private static final String IN_DIVISION = "sample:" + SampleRegister.identity(7);

    private static final String ELSEWHERE = "sample:" + SampleRegister.identity(3);

    private static final String ANYONE = "anyone";

    /** Wrong codes are counted by address, and those of this test are not another's. */
    private static final String ADDRESS = "127.0.0.6";

    private final SampleServer server;

    AccessMatrixIT(SampleServer server) {
        this.server = server;
    }

    /** A kind of caller: its account, its role, and whether it acts for one division only. */
    private record Kind(String account, Role role, boolean scoped) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("partner", Role.PARTNER, false),
            new Kind("operator", Role.OPERATOR, false),
            new Kind("regulator", Role.REGULATOR, false),
            new Kind("scoped-regulator", Role.REGULATOR, true),
            new Kind("approver", Role.APPROVER, false),
            new Kind("scoped-approver", Role.APPROVER, true),
            new Kind("administrator", Role.ADMINISTRATOR, false),
            new Kind("shop-7", Role.BUSINESS, false));

    private void makeAccounts() {
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        for (Kind kind : KINDS) {
            dsl.execute(
                    """
                    INSERT IGNORE INTO account (name, password_hash, role, business_key, divisions, created_at)
                    SELECT ?, password_hash, ?, ?, ?, created_at FROM account WHERE name = 'partner'
                    """,
                    kind.account(),
                    kind.role().name(),
                    kind.role() == Role.BUSINESS ? 7L : null,
                    kind.scoped() ? "320612" : "");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCell() {
        makeAccounts();
        return KINDS.stream().flatMap(kind -> {
            Visitor visitor = new Visitor(server, ADDRESS).as(kind.account(), SampleServer.PASSWORD);
            return routes().flatMap(route -> businesses(route)
                    .map(business -> dynamicTest(
                            "%s: %s %s (%s)".formatted(kind.account(), route.method(), route.pattern(), business),
                            () -> check(kind, visitor, route, business))));
        });
    }

    @TestFactory
    Stream<DynamicTest> everyCellOfAnyone() {
        Visitor visitor = new Visitor(server, ADDRESS);
        return routes().flatMap(route -> businesses(route)
                .map(business -> dynamicTest(
                        "%s: %s %s (%s)".formatted(ANYONE, route.method(), route.pattern(), business), () -> {
                            HttpResponse<String> answer = answer(visitor, route, business);
                            if (route.audience() == Audience.EVERYONE) {
                                assertThat(answer.statusCode()).isNotIn(401, 403);
                            } else {
                                assertThat(isLogin(answer) || answer.statusCode() == 401 || answer.statusCode() == 403)
                                        .as("%d %s", answer.statusCode(), answer.uri())
                                        .isTrue();
                            }
                        })));
    }

    private static void check(Kind kind, Visitor visitor, Route route, String business) {
        HttpResponse<String> answer = answer(visitor, route, business);
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        boolean belongs = route.audience().contains(kind.role());
        boolean elsewhere = kind.scoped()
                && namesBusiness(route)
                && route.audience() != Audience.EVERYONE
                && business.equals(ELSEWHERE);
        if (!belongs) {
            assertThat(answer.statusCode()).isEqualTo(403);
        } else if (elsewhere) {
            assertThat(answer.statusCode()).isEqualTo(404);
        } else {
            assertThat(answer.statusCode()).isNotIn(401, 403);
            if (namesBusiness(route) && answer.statusCode() == 404) {
                // The business is there; it is what the rest of the path names that is not.
                assertThat(answer.body()).doesNotContain("There is no business (" + business + ")");
            }
        }
    }

    private static boolean isLogin(HttpResponse<String> answer) {
        return answer.uri().getPath().equals("/login");
    }

    private static HttpResponse<String> answer(Visitor visitor, Route route, String business) {
        String path = path(route, business);
        return route.method().equals(HttpMethod.POST)
                ? path.startsWith("/v1/") ? visitor.postJson(path) : visitor.submit("/login", path, Map.of())
                : visitor.get(path);
    }

    /** All but the files of pages and the descriptions, which have no caller, and those that would end the visit. */
    private static Stream<Route> routes() {
        return Route.ALL.stream()
                .filter(route -> !List.of("/logout", "/login", "/", "/favicon.ico", "/swagger-ui.html", "/oauth2/token")
                        .contains(route.pattern()))
                .filter(route -> Stream.of("/assets", "/webjars", "/swagger-ui", "/api-docs", "/actuator")
                        .noneMatch(route.pattern()::startsWith));
    }

    private static Stream<String> businesses(Route route) {
        return namesBusiness(route) ? Stream.of(IN_DIVISION, ELSEWHERE) : Stream.of("");
    }

    private static boolean namesBusiness(Route route) {
        return route.pattern().contains("/businesses/*") && !route.pattern().startsWith("/public");
    }

    private static String path(Route route, String business) {
        return route.pattern()
                .replace("/businesses/**", "/businesses/" + business)
                .replace("/businesses/*", "/businesses/" + business)
                .replace("/**", "/explanation")
                .replace("*", "999999");
    }
}
