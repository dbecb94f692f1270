package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.publication.Change;
import dev.assay.core.publication.ChangeOperation;
import dev.assay.core.publication.ChangeReason;
import dev.assay.store.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * Cases in a browser, from the penalty to the removal, through a year with the State Council's holidays in it: one ends by repair, one by an
 * objection that wins, one because its penalty is annulled. Two partners follow; one of them is down on the day on which an entry goes.
 */
class CaseWalkIT {

    /** The business whose penalty is entered and whose credit is repaired. */
    private static final int REPAIRED = 31;

    private static final int OBJECTING = 20;
    private static final int ANNULLED = 40;
    private static final List<Integer> SHOPS = List.of(REPAIRED, OBJECTING, ANNULLED);

    @TempDir
    private Path folder = Path.of("");

    private Instant now = at("2026-02-09");

    private static Instant at(String day) {
        return LocalDate.parse(day)
                .atTime(LocalTime.of(10, 0))
                .atZone(AuthorityClock.ZONE)
                .toInstant();
    }

    @Test
    void cases_go_from_the_penalty_to_their_ends_and_every_partner_learns_of_each() throws Exception {
        Browser.require();
        try (SampleServer server = SampleServer.start(TestDatabases.EMBEDDED, 60, () -> now)) {
            prepare(server.bean("dsl", DSLContext.class));
            try (Browser browser = Browser.open(server, folder.resolve("profile"));
                    Nights nights = new Nights(server, () -> now, folder.resolve("data"))) {
                new Walk(server, browser, nights).all();
            }
        }
    }

    /** The sample is of November 2026; here it is a year older, so that the walk goes through days that were announced. */
    private static void prepare(DSLContext dsl) {
        dsl.execute(
                "UPDATE business SET recorded_at = recorded_at - INTERVAL 1 YEAR, changed_at = changed_at - INTERVAL 1 YEAR");
        dsl.execute(
                "UPDATE fact SET occurred_on = occurred_on - INTERVAL 1 YEAR, known_on = known_on - INTERVAL 1 YEAR, recorded_at = recorded_at - INTERVAL 1 YEAR, as_at = as_at - INTERVAL 1 YEAR");
        dsl.execute(
                "UPDATE import_run SET started_at = started_at - INTERVAL 1 YEAR, recorded_at = recorded_at - INTERVAL 1 YEAR, as_at = as_at - INTERVAL 1 YEAR");
        // What the sample proposes itself, the night proposes from its penalties.
        dsl.execute("DELETE FROM listing_case");
        account(dsl, "province", "APPROVER", null);
        account(dsl, "appeals", "APPROVER", null);
        account(dsl, "platform", "PARTNER", null);
        account(dsl, "bank", "PARTNER", null);
        dsl.execute("UPDATE account SET divisions = '32' WHERE name = 'province'");
        for (int shop : SHOPS) {
            account(dsl, "shop-" + shop, "BUSINESS", shop);
        }
    }

    private static void account(
            DSLContext dsl, String name, String role, @org.jspecify.annotations.Nullable Integer business) {
        dsl.execute(
                "INSERT INTO account (name, password_hash, role, business_key, created_at) SELECT ?, password_hash, ?, ?, created_at FROM account WHERE name = 'partner'",
                name,
                role,
                business);
    }

    private final class Walk {
        private final SampleServer server;
        private final Browser browser;
        private final CaseDesk desk;
        private final Nights nights;
        private final FollowingPartner platform;
        private final FollowingPartner bank;

        Walk(SampleServer server, Browser browser, Nights nights) {
            this.server = server;
            this.browser = browser;
            this.desk = new CaseDesk(server, browser);
            this.nights = nights;
            this.platform = new FollowingPartner(server, "platform");
            this.bank = new FollowingPartner(server, "bank");
        }

        void all() throws IOException {
            penalty();
            notices();
            statements();
            decisions();
            consents();
            publications();
            objection();
            annulment();
            repair();
            partnerThatWasDown();
        }

        private void on(String day) {
            now = at(day);
        }

        private void penalty() {
            browser.as("regulator");
            desk.enter(REPAIRED, "penalty", "2026-02-09");
            browser.write("[name='fields.document_no']", "通市监处罚〔2026〕31号");
            browser.write("[name='fields.conduct']", "使用非食品原料生产食品");
            browser.write("[name='fields.kinds']", "罚款\n责令停产停业");
            browser.write("[name='fields.fine']", "52000");
            browser.press("#enter");
            assertThat(browser.text("#outcome")).contains("entered");

            assertThat(nights.of(LocalDate.parse("2026-02-09")).proposed())
                    .as("the penalty of today, and the sample's three")
                    .isEqualTo(4);
            browser.go("/lists");
            browser.driver()
                    .findElement(By.partialLinkText(CaseDesk.name(REPAIRED)))
                    .click();
            browser.until("the case", () -> browser.has("#case-state"));
            desk.state("PROPOSED");
            assertThat(browser.text("main")).contains("通市监处罚〔2026〕31号");
        }

        private void notices() {
            on("2026-02-10");
            for (int shop : SHOPS) {
                desk.openCase(shop);
                desk.step("notice", "it is meant to list you");
                desk.state("NOTICED");
                // Five working days: 11th to 13th, the 14th (a Saturday that is worked), and the 24th, for the Spring
                // Festival is from the 15th to the 23rd.
                assertThat(desk.clocks())
                        .startsWith("14")
                        .contains("the party", "by 2026-02-24")
                        .doesNotContain("provisional");
            }
        }

        private void statements() {
            on("2026-02-24");
            for (int shop : SHOPS) {
                browser.as("shop-" + shop);
                browser.go("/my");
                browser.element("#my-cases tbody a").click();
                browser.until("the case", () -> browser.has("#case-state"));
                assertThat(desk.clocks()).startsWith("0").contains("2026-02-24");
                browser.write("textarea[name=reason]", "We were careless.");
                browser.press("#statement");
                assertThat(browser.text("main")).contains("The statement is taken down.", "We were careless.");
            }
        }

        private void decisions() {
            on("2026-02-25");
            browser.as("approver");
            for (int shop : SHOPS) {
                desk.openCase(shop);
                assertThat(browser.text(".timeline")).contains("read by shop-" + shop, "We were careless.");
                assertThat(browser.has(".tiles .bad"))
                        .as("the party's term that has passed is nobody's delay")
                        .isFalse();
                for (var factor : browser.elements("input[name^='factor.']")) {
                    factor.sendKeys("weighed");
                }
                desk.step("decide", "heavier tier, harm to health");
                desk.state("AWAITING_CONSENT");
                // Ten working days: 26th to 28th (a Saturday that is worked), 2nd to 6th, 9th and 10th of March.
                assertThat(desk.clocks()).startsWith("13").contains("the level above", "by 2026-03-10");
                assertThat(browser.has("#consent")).as("one's own decision").isFalse();
            }
        }

        private void consents() {
            on("2026-03-11");
            browser.as("province");
            browser.go("/lists");
            assertThat(browser.text("#overdue")).contains(CaseDesk.name(REPAIRED), "2026-03-10", "-1");
            for (int shop : SHOPS) {
                desk.openCase(shop);
                assertThat(browser.text(".tiles .bad")).isEqualTo("-1");
                desk.step("consent", "agreed");
                desk.state("DECIDED");
            }
            browser.leave();
            desk.publicListShows(REPAIRED, false);
        }

        private void publications() {
            on("2026-03-12");
            browser.as("regulator");
            for (int shop : SHOPS) {
                desk.openCase(shop);
                // Twenty working days from the consent: 12th and 13th, 16th to 20th, 23rd to 27th, 30th to 3rd of
                // April, and after Tomb-Sweeping Day the 7th to 9th.
                assertThat(desk.clocks()).startsWith("28").contains("by 2026-04-09");
                desk.step("publish", "served and published");
                desk.state("LISTED");
                assertThat(browser.has(".tiles"))
                        .as("a clock where nothing is due")
                        .isFalse();
                assertThat(browser.text("#entry")).contains("2026-03-11", "2026-03-12", "2029-03-1");
            }
            browser.leave();
            for (int shop : SHOPS) {
                desk.publicListShows(shop, true);
            }
            for (FollowingPartner partner : List.of(platform, bank)) {
                partner.fetch();
                assertThat(SHOPS).allMatch(shop -> partner.holdsEntry(desk.caseOf(shop)));
                partner.acknowledge();
            }
        }

        private void objection() {
            on("2026-03-13");
            desk.ask(OBJECTING, "OBJECTION", "It was another shop.");
            browser.press("#file-OBJECTION");
            assertThat(browser.text("main")).contains("It was another shop.");
            browser.leave();
            desk.publicListShows(OBJECTING, true);
            assertThat(browser.text("main")).contains("Under objection", "2026-03-11 – 2029-03-11");

            desk.answer("regulator", "accept", "we look into it");
            // Five working days: 16th to 20th.
            assertThat(desk.clocks()).startsWith("7").contains("2026-03-20");
            on("2026-03-16");
            desk.answer("appeals", "grant", "it was another shop indeed");
            desk.openCase(OBJECTING);
            desk.state("ANNULLED");
            browser.leave();
            desk.publicListShows(OBJECTING, false);
            assertThat(withdrawn(platform.fetch())).containsExactly(ChangeReason.OBJECTION);
            bank.fetch();
        }

        private void annulment() {
            on("2026-03-18");
            browser.as("regulator");
            desk.enter(ANNULLED, "penalty-step", "2026-03-18");
            browser.write("[name='fields.penalty_no']", "通市监处罚〔2026〕40号");
            browser.set("[name='fields.step']", "annulled");
            browser.press("#enter");
            assertThat(browser.text("#outcome")).contains("entered");
            assertThat(nights.of(LocalDate.parse("2026-03-18")).annulled()).isOne();
            desk.openCase(ANNULLED);
            desk.state("ANNULLED");
            assertThat(browser.text(".timeline")).contains("the penalty that it rests on was annulled");
            browser.leave();
            desk.publicListShows(ANNULLED, false);
            assertThat(withdrawn(platform.fetch())).contains(ChangeReason.ANNULMENT);
            bank.fetch();
            for (FollowingPartner partner : List.of(platform, bank)) {
                partner.acknowledge();
            }
        }

        private void repair() throws IOException {
            on("2027-03-12");
            desk.ask(REPAIRED, "REPAIR", "All is done.");
            Path paper = Files.writeString(folder.resolve("receipt.pdf"), "%PDF-1.4\n%%EOF\n");
            String form = "//form[.//button[@id='file-REPAIR']]";
            browser.driver()
                    .findElement(By.xpath(form + "//input[@type='file']"))
                    .sendKeys(paper.toString());
            browser.driver()
                    .findElement(By.xpath(form + "//input[@name='promise']"))
                    .click();
            browser.press("#file-REPAIR");
            assertThat(browser.text("main")).contains("receipt.pdf");
            // The holidays of 2027 were not announced when this was written: the day is told, and that it is
            // provisional.
            assertThat(desk.clocks()).contains("2027-03-16", "provisional");

            on("2027-03-15");
            desk.answer("regulator", "accept", "complete");
            on("2027-03-17");
            desk.answer("appeals", "grant", "seen on the spot");
            desk.openCase(REPAIRED);
            desk.state("REMOVED");
            browser.leave();
            desk.publicListShows(REPAIRED, false);
            browser.as("shop-" + REPAIRED);
            browser.go("/my/cases/" + desk.caseOf(REPAIRED));
            assertThat(browser.text("main")).contains("you are off the list");
        }

        private void partnerThatWasDown() {
            assertThat(withdrawn(platform.fetch())).containsExactly(ChangeReason.REPAIR);
            platform.acknowledge();
            browser.as("regulator");
            browser.go("/partners");
            assertThat(browser.text("main")).contains("list-entry " + desk.caseOf(REPAIRED), "bank");
            assertThat(row("platform")).endsWith("0 0 fetches changes itself");
            assertThat(row("bank")).endsWith("1 1 fetches changes itself");
            assertThat(bank.holdsEntry(desk.caseOf(REPAIRED))).isTrue();

            on("2027-03-18");
            assertThat(withdrawn(bank.fetch())).containsExactly(ChangeReason.REPAIR);
            assertThat(bank.digest())
                    .isEqualTo(platform.digest())
                    .isEqualTo(Caller.anyone(server)
                            .json("/v1/changes?limit=1")
                            .get("head")
                            .get("digest")
                            .asString());
            browser.go("/partners");
            assertThat(row("bank")).as("taken is not yet carried out").endsWith("1 1 fetches changes itself");
            bank.acknowledge();
            browser.go("/partners");
            assertThat(row("bank")).endsWith("0 0 fetches changes itself");
            assertThat(browser.text("main"))
                    .contains("None: every partner that took something withdrawn has acknowledged it.");
        }

        private String row(String partner) {
            return browser.driver()
                    .findElement(By.xpath("//tr[th[text()='%s']]".formatted(partner)))
                    .getText();
        }

        private static List<ChangeReason> withdrawn(List<Change> changes) {
            return changes.stream()
                    .filter(change -> change.operation() == ChangeOperation.WITHDRAW
                            && change.item().kind().equals("list-entry"))
                    .map(Change::reason)
                    .toList();
        }
    }
}
