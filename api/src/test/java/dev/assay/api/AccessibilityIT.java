package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.access.DivisionScope;
import dev.assay.api.access.Viewer;
import dev.assay.api.listing.CaseSteps;
import dev.assay.api.listing.CaseSteps.Entry;
import dev.assay.core.grading.Basis;
import dev.assay.core.inspector.Inspector;
import dev.assay.core.listing.Procedure;
import dev.assay.core.warning.Against;
import dev.assay.core.warning.Trend;
import dev.assay.core.warning.Trend.Dimension;
import dev.assay.core.warning.TrendRules;
import dev.assay.core.warning.TrendSearch.Found;
import dev.assay.core.warning.TrendSearch.Rise;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.account.Role;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.warning.TrendAlarms;
import dev.assay.store.warning.TrendAlarms.Behind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page that can be reached, in both languages, at the width of a work place and of a telephone: axe-core finds nothing that keeps somebody
 * out, and no page is wider than the screen.
 */
@WithSampleServer
class AccessibilityIT {

    private static final int WIDE = 1280;
    private static final int NARROW = 390;
    private static final int SHOP = 260;
    private static final String BUSINESS = "sample:" + SampleRegister.identity(SHOP);
    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final String SEED = "5".repeat(64);

    /** Kinds of page that the sample's data lead to: were fewer found, the test would look at less than it says. */
    private static final Set<String> REACHED = Set.of(
            "/public",
            "/public/list",
            "/public/businesses/{identity}",
            "/public/draws",
            "/public/draws/{id}",
            "/certificate",
            "/login",
            "/claim",
            "/reset",
            "/overview",
            "/area",
            "/area/rows",
            "/warnings",
            "/warnings/{id}",
            "/escalations",
            "/escalations/new",
            "/businesses",
            "/businesses/{identity}",
            "/businesses/{identity}/credit-file",
            "/businesses/{identity}/explanation",
            "/businesses/{identity}/facts/new",
            "/businesses/{identity}/facts/{fact}",
            "/businesses/{identity}/logins",
            "/models",
            "/models/{id}",
            "/models/{model}/versions/{id}",
            "/simulations/{id}",
            "/quarantine/{run}/{line}",
            "/lists",
            "/lists/{id}",
            "/requests",
            "/requests/{id}",
            "/partners",
            "/persons",
            "/draws",
            "/draws/{id}",
            "/plans",
            "/plans/{id}",
            "/plans/{id}/visits",
            "/inspectors",
            "/questions",
            "/questions/{id}",
            "/held",
            "/audit",
            "/audit/reads",
            "/feeds",
            "/feeds/{feed}",
            "/imports/{id}",
            "/quality",
            "/quarantine",
            "/jobs",
            "/accounts",
            "/clients",
            "/second-factor",
            "/my",
            "/my/cases/{id}",
            "/my/requests/{id}",
            "/my/explanation");

    /** Waits until what follows from another width has been carried out. */
    private static final String LOOK = """
            const done = arguments[arguments.length - 1];
            const seen = () => axe.run(document, {resultTypes: ['violations']}).then(
              found => done(found.violations
                .filter(one => one.impact === 'serious' || one.impact === 'critical')
                .map(one => one.id + ': ' + one.nodes.map(node => node.target.join(' ')).join(' | ') + ' ' + one.nodes[0].failureSummary)),
              failed => done(['axe failed: ' + failed]));
            requestAnimationFrame(() => requestAnimationFrame(seen));
            """;

    /** What has a frame of its own to be scrolled in does not widen the page. */
    private static final String WIDER = """
            const width = document.documentElement.clientWidth;
            const wide = document.documentElement.scrollWidth;
            const framed = one => {
              for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
                if (getComputedStyle(up).overflowX !== 'visible') { return true; }
              }
              return false;
            };
            return wide <= width ? '' : [...document.querySelectorAll('body *')]
              .filter(one => one.getBoundingClientRect().right > width + 1 && !framed(one)).slice(0, 6)
              .map(one => one.tagName + '.' + one.className + ' ' + one.textContent.trim().slice(0, 30)).join(' | ') + ' reach to ' + wide;
            """;

    private final SampleServer server;

    @TempDir
    private Path profile = Path.of("");

    AccessibilityIT(SampleServer server) {
        this.server = server;
    }

    @Test
    void nothing_keeps_anybody_out_of_a_page_and_none_is_wider_than_the_screen() throws IOException {
        Browser.require();
        makeAccounts();
        listAndAsk();
        Map<String, List<String>> pages = pages(draftSimulateAndDraw());
        String axe = axe();
        Set<String> faults = new TreeSet<>();
        try (Browser browser = Browser.open(server, profile)) {
            for (Map.Entry<String, List<String>> one : pages.entrySet()) {
                enter(browser, one.getKey());
                for (String language : List.of("zh", "en")) {
                    browser.go("/public?lang=" + language);
                    for (String page : one.getValue()) {
                        look(browser, page, language, axe, faults);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void enter(Browser browser, String account) {
        if (account.isEmpty()) {
            browser.leave();
        } else {
            browser.as(account);
        }
    }

    private static void look(Browser browser, String page, String language, String axe, Set<String> faults) {
        for (int width : List.of(WIDE, NARROW)) {
            browser.driver()
                    .executeCdpCommand(
                            "Emulation.setDeviceMetricsOverride",
                            Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
            if (width == WIDE) {
                browser.go(page);
                browser.driver().executeScript(axe);
            }
            String where = "%s (%s, %d px) ".formatted(page, language, width);
            Object wider = browser.driver().executeScript(WIDER);
            if (width == NARROW && !"".equals(wider)) {
                faults.add(where + "is wider than the screen: " + wider);
            }
            ((List<?>) Objects.requireNonNull(browser.driver().executeAsyncScript(LOOK)))
                    .forEach(fault -> faults.add(where + fault));
        }
    }

    private static String axe() throws IOException {
        try (InputStream script = AccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Who looks at which pages; nobody's login is the empty name. */
    private Map<String, List<String>> pages(List<String> made) {
        SitePages site = new SitePages(server);
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put(
                "",
                site.from(
                        new Visitor(server),
                        List.of(
                                "/public",
                                "/public?q=" + "280",
                                "/public?q=nobody",
                                "/public/businesses/" + BUSINESS,
                                "/login?error",
                                "/claim",
                                "/reset",
                                "/certificate",
                                "/api-changes",
                                "/nowhere")));
        pages.put(
                "approver",
                site.from(
                        visitor("approver"),
                        and(
                                made,
                                "/overview",
                                "/lists",
                                "/lists?group=listed",
                                "/lists/" + caseOf(),
                                "/plans/" + new SampleVisits(server).plan(),
                                "/requests",
                                "/businesses/" + BUSINESS,
                                "/businesses/%s/facts/new?kind=inspection".formatted(BUSINESS),
                                "/businesses/%s/facts/new?kind=sampling-result".formatted(BUSINESS),
                                "/partners",
                                "/inspectors",
                                "/held",
                                "/audit",
                                "/audit/reads",
                                "/second-factor",
                                "/models/uk-fhrs",
                                "/quality",
                                "/quarantine",
                                "/questions/4711")));
        pages.put("administrator", site.from(visitor("administrator"), List.of("/accounts", "/clients")));
        pages.put("shop-" + SHOP, site.from(visitor("shop-" + SHOP), List.of("/my", "/overview")));
        assertThat(site.kinds()).containsAll(REACHED);
        return pages;
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private Visitor visitor(String account) {
        return Visitor.of(server, account, SampleServer.PASSWORD);
    }

    private DSLContext dsl() {
        return server.bean("dsl", DSLContext.class);
    }

    private long caseOf() {
        return dsl().fetchSingle("SELECT case_id FROM listing_case WHERE business_key = ?", SHOP)
                .get(0, Long.class);
    }

    private void makeAccounts() {
        for (String[] account : new String[][] {{"administrator", "ADMINISTRATOR"}, {"shop-" + SHOP, "BUSINESS"}}) {
            dsl().execute(
                            "INSERT IGNORE INTO account (name, password_hash, role, business_key, created_at) SELECT ?, password_hash, ?, ?, created_at FROM account WHERE name = 'partner'",
                            account[0],
                            account[1],
                            account[1].equals("BUSINESS") ? SHOP : null);
        }
    }

    /** A business on the list that objects to it. */
    private void listAndAsk() {
        CaseSteps steps = server.bean("caseSteps", CaseSteps.class);
        long id = caseOf();
        Viewer handler = new Viewer("regulator", Role.REGULATOR);
        Map<String, String> factors = steps.editionOf(steps.get(id)).procedure().factors().stream()
                .collect(Collectors.toMap(Procedure.Factor::id, factor -> "weighed"));
        take(steps, id, "notice", Map.of(), handler);
        take(steps, id, "statement", Map.of(), handler);
        take(steps, id, "decide", factors, new Viewer("chief", Role.APPROVER));
        take(
                steps,
                id,
                "consent",
                Map.of(),
                new Viewer("province", Role.APPROVER, null, new DivisionScope(List.of("32"))));
        take(steps, id, "publish", Map.of(), handler);
        visitor("shop-" + SHOP)
                .submit(
                        "/my/cases/" + id,
                        "/my/requests",
                        Map.of("kind", "OBJECTION", "about", Long.toString(id), "reason", "It was another shop."));
    }

    private static void take(CaseSteps steps, long id, String step, Map<String, String> factors, Viewer who) {
        steps.take(id, step, new Entry(steps.get(id).revision(), "because", null, factors, false), who);
    }

    /** A version of a model as a draft, a simulation that is done, and a draw that was committed to. */
    private List<String> draftSimulateAndDraw() {
        Visitor regulator = visitor("regulator");
        String model = GradingModels.file(ConfigFiles.packaged(), "uk-fhrs")
                .content()
                .replace("identities: [fhrs]", "identities: [sample]");
        String draft = path(regulator.submit(
                "/models/uk-fhrs",
                "/models/uk-fhrs/versions",
                Map.of("text", model.replace("id: uk-fhrs", "id: looked-at-by-everybody"))));
        String simulation = path(regulator.submit(
                "/models/uk-fhrs", "/models/uk-fhrs/simulations", Map.of("text", model, "as-of", "2026-11-22")));
        server.bean(Inspectors.class)
                .replace(
                        Stream.of("JC1", "JC2", "JC3")
                                .map(number -> new Inspector(
                                        number, "检查员", "market", "3206", Set.of(), Set.of(), List.of(), Set.of()))
                                .toList(),
                        "regulator",
                        SampleRegister.RECORDED_AT);
        String draw = path(regulator.submit(
                "/draws", "/draws", Map.of("plan", "sample-public", "publicValue", "", "leftOut", "")));
        Matcher revision = REVISION.matcher(regulator.get(draw).body());
        assertThat(revision.find()).isTrue();
        regulator.submit(draw, draw + "/commit", Map.of("revision", revision.group(1), "seed", SEED));
        return List.of(draft, simulation, draw, raiseAnAlarm());
    }

    private String raiseAnAlarm() {
        Trend trend = new Trend(Dimension.PRODUCT, "豆制品", 1, 0, Against.running(13));
        server.bean(TrendAlarms.class)
                .note(
                        new TrendRules(
                                "looked-at-by-everybody",
                                28,
                                13,
                                10,
                                5,
                                new BigDecimal("0.05"),
                                new Basis("a text", true, "", LocalDate.EPOCH, null)),
                        SampleRegister.AS_OF,
                        new Found(1, List.of(new Rise(trend, BigDecimal.ZERO, BigDecimal.ONE))),
                        Map.of(
                                trend,
                                List.of(new Behind(
                                        dsl().fetchSingle(
                                                        "SELECT fact_id FROM fact WHERE business_key = ? LIMIT 1", SHOP)
                                                .get(0, Long.class),
                                        SHOP,
                                        SHOP))),
                        SampleRegister.RECORDED_AT);
        return "/warnings/"
                + server.bean(TrendAlarms.class)
                        .list(true, List.of())
                        .getFirst()
                        .id();
    }

    private static String path(HttpResponse<String> answer) {
        return answer.uri().getPath();
    }
}
