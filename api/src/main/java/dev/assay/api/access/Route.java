package dev.assay.api.access;

import dev.assay.store.account.ClientScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpMethod;
import org.springframework.util.AntPathMatcher;

/**
 * A route and its audience. What no route names is there for nobody.
 *
 * @param method the method; GET stands for HEAD too
 * @param pattern the path's pattern
 * @param audience for whom it is
 */
public record Route(HttpMethod method, String pattern, Audience audience) {

    private static final Map<String, ClientScope> SCOPES = Map.of(
            "/v1/ratings", ClientScope.RATINGS,
            "/v1/list", ClientScope.LISTS,
            "/v1/changes", ClientScope.CHANGES,
            "/v1/full-files", ClientScope.CHANGES,
            "/v1/keys", ClientScope.CHANGES,
            "/v1/followers", ClientScope.CHANGES,
            "/v1/acknowledgements", ClientScope.CHANGES,
            "/v1/match", ClientScope.MATCH,
            "/v1/visits", ClientScope.VISITS,
            "/v1/plans", ClientScope.VISITS);

    private static final AntPathMatcher PATHS = new AntPathMatcher();

    /** The routes of handlers as they were found: there are as many as handlers, and each request asks for one several times. */
    private static final Map<Handled, Optional<Route>> FOUND = new ConcurrentHashMap<>();

    /** Every route of the server. The first that fits decides. */
    public static final List<Route> ALL = List.of(
            get("/", Audience.EVERYONE),
            get("/public", Audience.EVERYONE),
            get("/public/**", Audience.EVERYONE),
            get("/certificate", Audience.EVERYONE),
            get("/certificate/*", Audience.EVERYONE),
            get("/login", Audience.EVERYONE),
            post("/login", Audience.EVERYONE),
            post("/logout", Audience.EVERYONE),
            get("/sign-on/at/authority", Audience.EVERYONE),
            get("/sign-on/return", Audience.EVERYONE),
            get("/sign-on/code", Audience.EVERYONE),
            post("/sign-on/code", Audience.EVERYONE),
            get("/claim", Audience.EVERYONE),
            post("/claim", Audience.EVERYONE),
            get("/reset", Audience.EVERYONE),
            post("/reset", Audience.EVERYONE),
            get("/second-factor", Audience.STAFF),
            post("/second-factor", Audience.STAFF),
            post("/second-factor/confirm", Audience.STAFF),
            post("/second-factor/codes", Audience.STAFF),
            post("/second-factor/remove", Audience.STAFF),
            get("/accounts", Audience.ADMINISTRATORS),
            post("/accounts", Audience.ADMINISTRATORS),
            post("/accounts/factors", Audience.ADMINISTRATORS),
            post("/accounts/*/drop-factor", Audience.ADMINISTRATORS),
            post("/accounts/*/change", Audience.ADMINISTRATORS),
            post("/accounts/*/lock", Audience.ADMINISTRATORS),
            post("/accounts/*/unlock", Audience.ADMINISTRATORS),
            post("/accounts/*/reset", Audience.ADMINISTRATORS),
            post("/accounts/*/link", Audience.ADMINISTRATORS),
            post("/accounts/*/unlink", Audience.ADMINISTRATORS),
            post("/oauth2/token", Audience.EVERYONE),
            get("/clients", Audience.ADMINISTRATORS),
            post("/clients", Audience.ADMINISTRATORS),
            post("/clients/*/rotate", Audience.ADMINISTRATORS),
            post("/clients/*/key", Audience.ADMINISTRATORS),
            post("/clients/*/revoke", Audience.ADMINISTRATORS),
            get("/my", Audience.BUSINESS),
            get("/my/**", Audience.BUSINESS),
            post("/my/cases/*/statement", Audience.BUSINESS),
            post("/my/cases/*/ask-hearing", Audience.BUSINESS),
            post("/my/requests", Audience.BUSINESS),
            post("/my/requests/*/withdraw", Audience.BUSINESS),
            get("/assets/**", Audience.EVERYONE),
            get("/webjars/**", Audience.EVERYONE),
            get("/favicon.ico", Audience.EVERYONE),
            get("/api-changes", Audience.EVERYONE),
            get("/api-docs", Audience.EVERYONE),
            get("/api-docs/**", Audience.EVERYONE),
            get("/swagger-ui.html", Audience.EVERYONE),
            get("/swagger-ui/**", Audience.EVERYONE),
            get("/actuator/health", Audience.EVERYONE),
            get("/actuator/health/**", Audience.EVERYONE),
            get("/actuator/prometheus", Audience.KEEPERS),
            get("/v1/businesses", Audience.EVERYONE),
            get("/v1/businesses/*", Audience.EVERYONE),
            get("/v1/businesses/*/credit-file", Audience.REGULATORS),
            get("/v1/businesses/*/links", Audience.REGULATORS),
            post("/v1/businesses/*/merge", Audience.REGULATORS),
            post("/v1/businesses/*/part", Audience.REGULATORS),
            post("/v1/businesses/*/facts", Audience.REGULATORS),
            post("/v1/businesses/*/facts/*/correct", Audience.REGULATORS),
            post("/v1/businesses/*/facts/*/withdraw", Audience.REGULATORS),
            get("/v1/businesses/*/ratings", Audience.EVERYONE),
            get("/v1/businesses/*/ratings/*", Audience.EVERYONE),
            get("/v1/businesses/*/ratings/*/explanation", Audience.EVERYONE),
            get("/v1/businesses/*/ratings/*/improvements", Audience.EVERYONE),
            get("/v1/certificates/*", Audience.EVERYONE),
            get("/v1/changes", Audience.EVERYONE),
            post("/v1/acknowledgements", Audience.READERS),
            get("/v1/draws", Audience.EVERYONE),
            get("/v1/draws/*", Audience.EVERYONE),
            get("/v1/draws/*/file", Audience.EVERYONE),
            get("/v1/followers", Audience.READERS),
            get("/v1/full-files", Audience.EVERYONE),
            get("/v1/full-files/*", Audience.EVERYONE),
            get("/v1/full-files/*/manifest", Audience.EVERYONE),
            get("/v1/keys", Audience.EVERYONE),
            get("/v1/imports", Audience.KEEPERS),
            get("/v1/imports/*", Audience.KEEPERS),
            get("/v1/list-entries", Audience.EVERYONE),
            get("/v1/list-entries/*", Audience.EVERYONE),
            post("/v1/list-entries/*/measures", Audience.READERS),
            get("/v1/businesses/*/penalties", Audience.EVERYONE),
            get("/v1/models", Audience.EVERYONE),
            get("/v1/models/*", Audience.EVERYONE),
            get("/v1/plans", Audience.FIELD),
            get("/v1/plans/*", Audience.FIELD),
            get("/v1/plans/*/visits", Audience.FIELD),
            get("/v1/ratings", Audience.READERS),
            post("/v1/match", Audience.READERS),
            get("/v1/name-questions", Audience.REGULATORS),
            get("/v1/name-questions/*", Audience.REGULATORS),
            post("/v1/name-questions/*/answer", Audience.REGULATORS),
            post("/v1/name-questions/*/undo", Audience.REGULATORS),
            get("/v1/visits", Audience.FIELD),
            get("/v1/visits/*", Audience.FIELD),
            post("/v1/visits/*/result", Audience.FIELD),
            post("/v1/visits/*/not-made", Audience.FIELD),
            post("/v1/visits/*/papers", Audience.FIELD),
            get("/overview", Audience.REGULATORS),
            get("/area", Audience.REGULATORS),
            get("/area/rows", Audience.REGULATORS),
            get("/area/rows.csv", Audience.REGULATORS),
            get("/warnings", Audience.REGULATORS),
            get("/warnings/*", Audience.REGULATORS),
            post("/warnings/*/dispatch", Audience.REGULATORS),
            post("/warnings/*/handle", Audience.REGULATORS),
            post("/warnings/*/close", Audience.REGULATORS),
            get("/escalations", Audience.REGULATORS),
            post("/escalations", Audience.REGULATORS),
            get("/escalations/*", Audience.REGULATORS),
            post("/escalations/*/issue", Audience.APPROVERS),
            post("/escalations/*/drop", Audience.REGULATORS),
            get("/businesses", Audience.REGULATORS),
            get("/businesses/**", Audience.REGULATORS),
            get("/models", Audience.REGULATORS),
            get("/models/*", Audience.REGULATORS),
            post("/models/*/simulations", Audience.REGULATORS),
            post("/models/*/versions", Audience.REGULATORS),
            get("/models/*/versions/*", Audience.REGULATORS),
            post("/models/*/versions/*/edit", Audience.REGULATORS),
            post("/models/*/versions/*/check", Audience.REGULATORS),
            post("/models/*/versions/*/simulate", Audience.REGULATORS),
            post("/models/*/versions/*/trial", Audience.REGULATORS),
            post("/models/*/versions/*/end-trial", Audience.REGULATORS),
            post("/models/*/versions/*/drop", Audience.REGULATORS),
            post("/models/*/versions/*/approve", Audience.APPROVERS),
            post("/models/*/versions/*/give-back", Audience.APPROVERS),
            post("/models/*/versions/*/retire", Audience.APPROVERS),
            get("/predictions", Audience.REGULATORS),
            get("/predictions/*", Audience.REGULATORS),
            get("/predictions/*/trainings/*", Audience.REGULATORS),
            get("/predictions/*/trainings/*/card.json", Audience.REGULATORS),
            post("/predictions/*/trainings/*/trial", Audience.REGULATORS),
            post("/predictions/*/trainings/*/end-trial", Audience.REGULATORS),
            post("/predictions/*/trainings/*/drop", Audience.REGULATORS),
            post("/predictions/*/trainings/*/approve", Audience.APPROVERS),
            post("/predictions/*/trainings/*/retire", Audience.APPROVERS),
            get("/draws", Audience.REGULATORS),
            post("/draws", Audience.REGULATORS),
            get("/draws/**", Audience.REGULATORS),
            post("/draws/*/commit", Audience.REGULATORS),
            post("/draws/*/draw", Audience.REGULATORS),
            post("/draws/*/publish", Audience.APPROVERS),
            post("/draws/*/withdraw", Audience.APPROVERS),
            post("/draws/*/hand-out", Audience.REGULATORS),
            get("/plans", Audience.REGULATORS),
            post("/plans", Audience.REGULATORS),
            get("/plans/**", Audience.REGULATORS),
            post("/plans/sampling", Audience.REGULATORS),
            post("/plans/*/approve", Audience.APPROVERS),
            post("/plans/*/put-in-force", Audience.APPROVERS),
            post("/plans/*/withdraw", Audience.APPROVERS),
            post("/plans/*/again", Audience.REGULATORS),
            post("/plans/*/hand-out", Audience.REGULATORS),
            get("/assignments", Audience.REGULATORS),
            post("/assignments", Audience.REGULATORS),
            get("/assignments.csv", Audience.REGULATORS),
            get("/assignments.ics", Audience.REGULATORS),
            get("/assignments/*", Audience.REGULATORS),
            post("/assignments/*/begin", Audience.REGULATORS),
            post("/assignments/*/result", Audience.REGULATORS),
            post("/assignments/*/papers", Audience.REGULATORS),
            post("/assignments/*/not-made", Audience.REGULATORS),
            post("/assignments/*/withdraw", Audience.REGULATORS),
            post("/assignments/*/published", Audience.REGULATORS),
            post("/inspectors/logins", Audience.APPROVERS),
            get("/inspectors", Audience.REGULATORS),
            post("/inspectors", Audience.REGULATORS),
            get("/held", Audience.REGULATORS),
            get("/held/*", Audience.REGULATORS),
            post("/held/*/release", Audience.APPROVERS),
            post("/held/*/reject", Audience.APPROVERS),
            get("/audit", Audience.REGULATORS),
            get("/audit/reads", Audience.REGULATORS),
            get("/simulations/*", Audience.REGULATORS),
            get("/simulations/*/moves.csv", Audience.REGULATORS),
            get("/persons", Audience.REGULATORS),
            post("/persons/search", Audience.REGULATORS),
            post("/persons/reveal", Audience.REGULATORS),
            post("/businesses/*/merge", Audience.REGULATORS),
            post("/businesses/*/part", Audience.REGULATORS),
            post("/businesses/*/logins", Audience.REGULATORS),
            post("/businesses/*/logins/*/revoke", Audience.REGULATORS),
            post("/businesses/*/override", Audience.APPROVERS),
            post("/businesses/*/facts", Audience.REGULATORS),
            post("/businesses/*/facts/*/correct", Audience.REGULATORS),
            post("/businesses/*/facts/*/withdraw", Audience.REGULATORS),
            get("/partners", Audience.REGULATORS),
            post("/partners/address", Audience.APPROVERS),
            get("/lists", Audience.REGULATORS),
            get("/lists/*", Audience.REGULATORS),
            post("/lists/*/notice", Audience.REGULATORS),
            post("/lists/*/statement", Audience.REGULATORS),
            post("/lists/*/ask-hearing", Audience.REGULATORS),
            post("/lists/*/fix-hearing", Audience.REGULATORS),
            post("/lists/*/hold-hearing", Audience.REGULATORS),
            post("/lists/*/dismiss", Audience.REGULATORS),
            post("/lists/*/person", Audience.REGULATORS),
            post("/lists/*/publish", Audience.REGULATORS),
            post("/lists/*/papers", Audience.REGULATORS),
            post("/lists/*/requests", Audience.REGULATORS),
            post("/lists/*/decide", Audience.APPROVERS),
            post("/lists/*/consent", Audience.APPROVERS),
            post("/lists/*/refuse-consent", Audience.APPROVERS),
            post("/lists/*/annul", Audience.APPROVERS),
            get("/requests", Audience.REGULATORS),
            get("/requests/*", Audience.REGULATORS),
            post("/requests/*/accept", Audience.REGULATORS),
            post("/requests/*/decline", Audience.REGULATORS),
            post("/requests/*/grant", Audience.APPROVERS),
            post("/requests/*/refuse", Audience.APPROVERS),
            post("/requests/*/revoke", Audience.APPROVERS),
            get("/papers/*", Audience.REGULATORS),
            get("/questions", Audience.REGULATORS),
            get("/questions/*", Audience.REGULATORS),
            post("/questions/*/answer", Audience.REGULATORS),
            post("/questions/*/undo", Audience.REGULATORS),
            get("/feeds", Audience.KEEPERS),
            get("/feeds/*", Audience.KEEPERS),
            get("/imports/*", Audience.KEEPERS),
            get("/quality", Audience.KEEPERS),
            get("/quarantine", Audience.KEEPERS),
            get("/quarantine.csv", Audience.KEEPERS),
            get("/quarantine/**", Audience.KEEPERS),
            post("/quarantine/sheets", Audience.KEEPERS),
            post("/quarantine/*/*/leave-out", Audience.KEEPERS),
            get("/jobs", Audience.KEEPERS));

    /**
     * The route of a handler.
     *
     * @param method the request's method
     * @param pattern the handler's own pattern, with the names of its variables in braces
     * @return the first that fits, or empty if it is there for nobody
     */
    public static Optional<Route> find(HttpMethod method, String pattern) {
        return FOUND.computeIfAbsent(
                new Handled(method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method, pattern), Route::find);
    }

    private static Optional<Route> find(Handled handled) {
        String path = handled.pattern().replaceAll("\\{[^}]+}", "x");
        return ALL.stream()
                .filter(route -> route.method().equals(handled.method()) && PATHS.match(route.pattern(), path))
                .findFirst();
    }

    /** What a handler is there for. */
    private record Handled(HttpMethod method, String pattern) {}

    /**
     * The scope that a program needs, where the route is not for everyone.
     *
     * @return it; empty where no program may come
     */
    public Optional<ClientScope> findScope() {
        return scopeOf(pattern);
    }

    /**
     * The scope with which a program sees at an address more than everyone does.
     *
     * @param path the address's path
     * @return it; empty where it is none of its own
     */
    static Optional<ClientScope> scopeOf(String path) {
        return SCOPES.entrySet().stream()
                .filter(beginning -> path.startsWith(beginning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Route get(String pattern, Audience audience) {
        return new Route(HttpMethod.GET, pattern, audience);
    }

    private static Route post(String pattern, Audience audience) {
        return new Route(HttpMethod.POST, pattern, audience);
    }
}
