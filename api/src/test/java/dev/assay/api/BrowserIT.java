package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.access.DivisionScope;
import dev.assay.api.access.Viewer;
import dev.assay.api.listing.CaseSteps;
import dev.assay.api.listing.CaseSteps.Entry;
import dev.assay.core.listing.Procedure;
import dev.assay.store.account.Role;
import dev.assay.store.testing.SampleRegister;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The console in a real browser, as a regulator uses it. */
@WithSampleServer
class BrowserIT {

    private final SampleServer server;

    @TempDir
    private Path profile = Path.of("");

    private @Nullable Browser opened;

    BrowserIT(SampleServer server) {
        this.server = server;
    }

    @BeforeEach
    void openBrowser() {
        opened = Browser.open(server, profile);
    }

    @AfterEach
    void closeBrowser() {
        if (opened != null) {
            opened.close();
        }
    }

    @Test
    void a_regulator_searches_opens_explains_and_confirms_and_the_public_list_shows_it() {
        logIn();

        // Search: the key / leads to the field.
        open("/businesses");
        element("body").sendKeys("/");
        WebElement search = browser().switchTo().activeElement();
        search.sendKeys("第40店", Keys.ENTER);
        until("the search is done", () -> browser().getCurrentUrl().contains("q="));
        until("one row is left", () -> attribute("#total", "data-total").equals("1"));

        // Open, explain.
        element("#results td.name a").click();
        assertThat(element("h1").getText()).contains("第40店");
        element("a[href*='/explanation']").click();
        assertThat(browser().findElements(By.cssSelector("#indicators tbody tr")))
                .hasSize(3);

        // Give notice: without a reason the browser itself holds the form back.
        open("/lists");
        browser().findElement(By.partialLinkText("第40店")).click();
        element("#notice").click();
        assertThat(attribute("#case-state", "class")).contains("case-PROPOSED");
        element("textarea[name=reason]").sendKeys("It is meant to list you.");
        element("#notice").click();
        until("notice is given", () -> attribute("#case-state", "class").contains("case-NOTICED"));
        assertThat(element("main").getText()).contains("regulator", "It is meant to list you.");
        element("textarea[name=reason]").sendKeys("We were careless.");
        element("#statement").click();
        until("the statement is there", () -> element("main").getText().contains("We were careless."));

        // Somebody else decides, a third person consents, and the first publishes.
        long id = Long.parseLong(browser().getCurrentUrl().replaceAll(".*/", ""));
        decide(id);
        open("/lists/" + id);
        element("textarea[name=reason]").sendKeys("Served by hand.");
        element("#publish").click();
        until("the entry is published", () -> attribute("#case-state", "class").contains("case-LISTED"));

        // The public list, without login.
        browser().manage().deleteAllCookies();
        open("/public/list");
        assertThat(element("main table").getText()).contains("第40店").doesNotContain("第60店");
        assertThat(Caller.anyone(server).get("/v1/list-entries").body())
                .contains("第40店")
                .doesNotContain("regulator");
    }

    @Test
    void each_count_of_the_overview_leads_to_as_many_rows() {
        logIn();
        open("/overview");
        var links = browser().findElements(By.cssSelector("#table-sector td a, #table-division tfoot a")).stream()
                .map(link -> new String[] {link.getText().replace(",", ""), link.getAttribute("href")})
                .toList();
        assertThat(links).hasSizeGreaterThan(10);

        for (String[] link : links) {
            browser().get(link[1]);
            assertThat(attribute("#total", "data-total")).as(link[1]).isEqualTo(link[0]);
        }
    }

    @Test
    void a_regulator_enters_a_fact_mends_a_fault_corrects_and_withdraws_it() {
        logIn();
        open("/businesses/sample:" + SampleRegister.identity(230));
        element("#enter-fact").click();
        element("#kind option[value=penalty]").click();
        element("#choose").click();
        until(
                "the fields are there",
                () -> !browser().findElements(By.id("enter")).isEmpty());
        set("[name=occurredOn]", "2026-11-02");
        element("[name='fields.document_no']").sendKeys("7号");
        element("[name='fields.fine']").sendKeys("much");
        element(".entering [name=reason]").sendKeys("Sent on paper.");
        element(".entering [name=paper]").sendKeys("No. 7");
        element("#enter").click();
        until(
                "the fault is told",
                () -> !browser().findElements(By.cssSelector(".wrong .error")).isEmpty());
        assertThat(element(".wrong .error").getText()).contains("digits and a point");
        assertThat(attribute("[name='fields.document_no']", "value")).isEqualTo("7号");

        element("[name='fields.fine']").clear();
        element("[name='fields.fine']").sendKeys("52000.50");
        element("#enter").click();
        until("it is entered", () -> browser().getCurrentUrl().contains("/credit-file"));
        assertThat(element("#outcome").getText()).contains("entered");
        assertThat(element(".byhand").getText()).contains("regulator", "Sent on paper.", "No. 7");

        element(".change a").click();
        until(
                "the version is there",
                () -> !browser().findElements(By.id("withdraw")).isEmpty());
        assertThat(attribute("[name='fields.fine']", "value")).isEqualTo("52000.50");
        element("[name='fields.fine']").clear();
        element("[name='fields.fine']").sendKeys("520");
        element(".entering [name=reason]").sendKeys("A slip.");
        element(".entering [name=paper]").sendKeys("No. 8");
        element("#enter").click();
        until("it is corrected", () -> browser().getCurrentUrl().contains("/credit-file"));
        element(".earlier summary").click();
        assertThat(element(".changes").getText()).contains("52,000.5", "520");

        element(".change a").click();
        until(
                "the version is there",
                () -> !browser().findElements(By.id("withdraw")).isEmpty());
        var withdrawal = browser().findElements(By.cssSelector(".decide")).getLast();
        withdrawal.findElement(By.name("reason")).sendKeys("Not theirs.");
        withdrawal.findElement(By.name("paper")).sendKeys("No. 9");
        element("#withdraw").click();
        until("it is withdrawn", () -> browser().getCurrentUrl().contains("/credit-file"));
        assertThat(element(".record .withdrawn").getText()).contains("no longer standing");
        assertThat(element(".byhand").getText()).contains("Not theirs.", "No. 9");
    }

    /** A day is written by the browser's own widget, each browser its own way. */
    private void set(String selector, String value) {
        browser().executeScript("document.querySelector(arguments[0]).value = arguments[1]", selector, value);
    }

    @Test
    void the_charts_are_drawn_and_the_browser_refuses_nothing() {
        logIn();
        open("/overview");
        until(
                "the charts are drawn",
                () -> browser().findElements(By.cssSelector(".chart svg")).size() == 2);

        assertThat(browser().manage().logs().get("browser").getAll()).isEmpty();
    }

    @Test
    void the_other_language_stays_from_page_to_page() {
        open("/public?lang=zh");
        assertThat(element("h1").getText()).isEqualTo("食品生产经营者查询");
        open("/public/list");
        assertThat(element("h1").getText()).isEqualTo("严重违法失信名单");
        assertThat(attribute("html", "lang")).isEqualTo("zh-CN");
    }

    private void logIn() {
        open("/login?lang=en");
        element("[name=username]").sendKeys("regulator");
        element("[name=password]").sendKeys(SampleServer.PASSWORD, Keys.ENTER);
        until("the overview is there", () -> browser().getCurrentUrl().endsWith("/overview"));
    }

    private void open(String path) {
        browser().get(server.address(path));
    }

    private WebElement element(String selector) {
        return browser().findElement(By.cssSelector(selector));
    }

    private String attribute(String selector, String name) {
        return String.valueOf(element(selector).getAttribute(name));
    }

    private void until(String what, BooleanSupplier condition) {
        Objects.requireNonNull(opened).until(what, condition);
    }

    private ChromeDriver browser() {
        return Objects.requireNonNull(opened).driver();
    }

    /** What the decider and the level above do, each at a screen of their own. */
    private void decide(long id) {
        CaseSteps steps = server.bean("caseSteps", CaseSteps.class);
        Map<String, String> factors = steps.editionOf(steps.get(id)).procedure().factors().stream()
                .collect(Collectors.toMap(Procedure.Factor::id, factor -> "weighed"));
        int revision = steps.get(id).revision();
        steps.take(id, "decide", new Entry(revision, "harm", null, factors, false), new Viewer("chief", Role.APPROVER));
        steps.take(
                id,
                "consent",
                new Entry(revision + 1, "agreed", null, Map.of(), false),
                new Viewer("province", Role.APPROVER, null, new DivisionScope(List.of("32"))));
    }
}
