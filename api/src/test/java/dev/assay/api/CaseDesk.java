package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import org.jooq.DSLContext;
import org.openqa.selenium.By;

/** What people do at the pages of a case, each at a browser: the authority, the business, and who looks from outside. */
final class CaseDesk {

    private final SampleServer server;
    private final Browser browser;

    CaseDesk(SampleServer server, Browser browser) {
        this.server = server;
        this.browser = browser;
    }

    static String name(int shop) {
        return "（第%d店）".formatted(shop);
    }

    long caseOf(int shop) {
        return server.bean("dsl", DSLContext.class)
                .fetchSingle("SELECT case_id FROM listing_case WHERE business_key = ?", shop)
                .get(0, Long.class);
    }

    void openCase(int shop) {
        browser.go("/lists/" + caseOf(shop));
    }

    void step(String button, String reason) {
        browser.write("#next textarea[name=reason]", reason);
        browser.press("#" + button);
    }

    void state(String code) {
        assertThat(browser.attribute("#case-state", "class")).contains("case-" + code);
    }

    String clocks() {
        return browser.text(".tiles");
    }

    void publicListShows(int shop, boolean shown) {
        String page = "/public/businesses/sample:" + SampleRegister.identity(shop);
        browser.go("/public/list?lang=en");
        assertThat(browser.text("main").contains(name(shop))).as(name(shop)).isEqualTo(shown);
        browser.go(page);
        assertThat(browser.has("main .notice.bad")).as(page).isEqualTo(shown);
    }

    void enter(int shop, String kind, String day) {
        browser.go("/businesses/sample:%s/facts/new?kind=%s".formatted(SampleRegister.identity(shop), kind));
        browser.set("[name=occurredOn]", day);
        browser.write(".entering [name=reason]", "Sent on paper.");
        browser.write(".entering [name=paper]", "No. 7");
    }

    /** Opens a request from the business's own page of its case, and gives its number. */
    void ask(int shop, String kind, String words) {
        browser.as("shop-" + shop);
        browser.go("/my/cases/" + caseOf(shop));
        browser.driver()
                .findElement(By.xpath("//details[.//button[@id='file-%s']]/summary".formatted(kind)))
                .click();
        browser.driver()
                .findElement(By.xpath("//form[.//button[@id='file-%s']]//textarea".formatted(kind)))
                .sendKeys(words);
    }

    void answer(String account, String button, String reason) {
        browser.as(account);
        browser.go("/requests");
        browser.element("tbody td.num a").click();
        browser.until("the request", () -> browser.has("#request-state"));
        for (var condition : browser.elements("input[name^='condition.']")) {
            condition.click();
        }
        browser.write("textarea[name=reason]", reason);
        browser.press("#" + button);
    }
}
