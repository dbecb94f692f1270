package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case from proposal to its end, through the pages, by those who may take each step; and what its business asks for. */
@WithSampleServer
class ListingProcedureIT {

    private static final Pattern REVISION = Pattern.compile("name=\"revision\" value=\"(\\d+)\"");
    private static final Pattern STATE = Pattern.compile("status large case-([A-Z_]+)\" id=\"case-state\"");

    private final SampleServer server;

    ListingProcedureIT(SampleServer server) {
        this.server = server;
    }

    private DSLContext dsl() {
        return server.bean("dsl", DSLContext.class);
    }

    @BeforeEach
    void addPeople() {
        for (String approver : new String[] {"chief", "province", "appeals"}) {
            dsl().execute(
                            "INSERT IGNORE INTO account (name, password_hash, role, created_at) SELECT ?, password_hash, 'APPROVER', created_at FROM account WHERE name = 'partner'",
                            approver);
        }
        dsl().execute("UPDATE account SET divisions = '32' WHERE name = 'province'");
        for (int business : new int[] {120, 140, 160, 180}) {
            dsl().execute(
                            "INSERT IGNORE INTO account (name, password_hash, role, business_key, created_at) SELECT ?, password_hash, 'BUSINESS', ?, created_at FROM account WHERE name = 'partner'",
                            "shop-" + business,
                            business);
        }
    }

    private Visitor as(String account) {
        return Visitor.of(server, account, SampleServer.PASSWORD);
    }

    private long caseOf(int business) {
        return dsl().fetchSingle("SELECT case_id FROM listing_case WHERE business_key = ?", business)
                .get(0, Long.class);
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }

    /** Takes a step on a page, as the form there would, and gives the page that follows. */
    private static String step(Visitor who, String page, String step, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("revision", find(REVISION, who.get(page).body()));
        return who.submit(page, page + "/" + step, all).body();
    }

    private static Map<String, String> because(String reason) {
        return Map.of("reason", reason);
    }

    private static Map<String, String> weighed() {
        Map<String, String> all = new HashMap<>();
        all.put("reason", "heavier tier, harm to health");
        for (String factor :
                new String[] {"malice", "frequency", "duration", "penalty", "goods-value", "harm", "loss", "effect"}) {
            all.put("factor." + factor, "weighed");
        }
        return all;
    }

    /** Lists a business: notice by the regulator, statement by the business, decision, consent, publication. */
    private String list(int business) {
        String page = "/lists/" + caseOf(business);
        Visitor regulator = as("regulator");
        step(regulator, page, "notice", because("it is meant to list you"));
        step(as("shop-" + business), "/my/cases/" + caseOf(business), "statement", because("we were careless"));
        step(as("chief"), page, "decide", weighed());
        step(as("province"), page, "consent", because("agreed"));
        String published = step(regulator, page, "publish", because("served and published"));
        assertThat(find(STATE, published)).isEqualTo("LISTED");
        return page;
    }

    @Test
    void each_step_is_taken_by_who_may_take_it_and_the_entry_is_public_only_at_the_end() {
        String page = "/lists/" + caseOf(120);
        String name = "（第120店）";
        Visitor regulator = as("regulator");
        Visitor chief = as("chief");
        assertThat(as("shop-120").get("/my").body()).doesNotContain("/my/cases/");
        assertThat(as("shop-120").get("/my/cases/" + caseOf(120)).statusCode()).isEqualTo(404);

        assertThat(step(chief, page, "notice", because("told"))).contains("Notice is given.");
        assertThat(regulator.submit(page, page + "/papers", Map.of()).statusCode())
                .as("a form without its file")
                .isEqualTo(400);
        assertThat(step(as("approver"), page, "decide", weighed())).contains("the party may still answer");

        // The business sees its case and its clock, speaks, and the day of its reading is noted.
        Visitor shop = as("shop-120");
        assertThat(shop.get("/my").body()).contains("/my/cases/" + caseOf(120));
        String mine = shop.get("/my/cases/" + caseOf(120)).body();
        assertThat(mine).contains("You were told", "the party").doesNotContain("??", "chief");
        assertThat(regulator.get(page).body()).contains("read by shop-120");
        assertThat(as("shop-140").get("/my/cases/" + caseOf(120)).statusCode()).isEqualTo(404);
        assertThat(step(shop, "/my/cases/" + caseOf(120), "statement", because("we were <b>careless</b>")))
                .contains("statement is taken down")
                .contains("&lt;b&gt;careless");

        assertThat(step(chief, page, "decide", weighed())).contains("who handled the case cannot decide it");
        Map<String, String> unweighed = new HashMap<>(weighed());
        unweighed.put("factor.harm", " ");
        assertThat(step(as("approver"), page, "decide", unweighed)).contains("every factor must be weighed");
        assertThat(step(as("approver"), page, "decide", weighed())).contains("The decision is made.");
        assertThat(regulator.submit(page, page + "/consent", because("me too")).statusCode())
                .isEqualTo(403);
        assertThat(step(as("approver"), page, "consent", because("me too"))).contains("Ask a colleague.");
        assertThat(step(as("appeals"), page, "consent", because("we are colleagues")))
                .as("an account of no higher level")
                .contains("the level above the authority that decided");
        assertThat(as("appeals").get(page).body()).contains("consent-above").doesNotContain("id=\"consent\"");
        assertThat(find(STATE, as("province").get(page).body())).isEqualTo("AWAITING_CONSENT");
        assertThat(step(as("province"), page, "consent", because("agreed"))).contains("Consent is given.");
        assertThat(Caller.anyone(server).get("/v1/list-entries?limit=1000").body())
                .doesNotContain(name);

        String published = step(regulator, page, "publish", because("served"));
        assertThat(published).contains("case-LISTED").doesNotContain("??");
        assertThat(regulator.get(page + "?lang=zh").body()).doesNotContain("??");
        assertThat(Caller.anyone(server).get("/v1/list-entries?limit=1000").body())
                .contains(name, "\"measures\"", "JP-01")
                .doesNotContain("approver", "chief");
        assertThat(new Visitor(server).get("/public/list").body()).contains(name);
        assertThat(regulator
                        .get("/audit?lang=en&subject=listing-case:" + caseOf(120))
                        .body())
                .contains("decided to list", "published an entry");
    }

    @Test
    void an_objection_marks_the_entry_and_when_it_wins_the_entry_is_gone_everywhere() {
        String page = list(140);
        long id = caseOf(140);
        String entry = "/v1/list-entries/" + id;
        Visitor shop = as("shop-140");
        String filed = shop.submit(
                        "/my/cases/" + id,
                        "/my/requests",
                        Map.of("kind", "OBJECTION", "about", Long.toString(id), "reason", "it was another shop"))
                .body();
        assertThat(filed).contains("Received.").doesNotContain("??");
        assertThat(shop.submit("/my/cases/" + id, "/my/requests", Map.of()).statusCode())
                .as("a form without its fields")
                .isEqualTo(400);
        long request = dsl().fetchSingle("SELECT request_id FROM request WHERE case_id = ?", id)
                .get(0, Long.class);
        assertThat(Caller.anyone(server).get(entry).body()).contains("\"underObjection\":true");
        assertThat(shop.submit(
                                "/my/cases/" + id,
                                "/my/requests",
                                Map.of("kind", "OBJECTION", "about", Long.toString(id), "reason", "again"))
                        .body())
                .contains("waits for its decision already");
        assertThat(as("shop-160").get("/my/requests/" + request).statusCode()).isEqualTo(404);

        String answer = "/requests/" + request;
        Visitor regulator = as("regulator");
        assertThat(regulator.get("/requests").body()).contains("Objection").doesNotContain("??");
        step(regulator, answer, "accept", because("we look into it"));
        assertThat(step(as("chief"), answer, "grant", because("right"))).contains("cannot decide it");
        assertThat(step(as("appeals"), answer, "grant", because("it was another shop")))
                .contains("It is granted");
        assertThat(find(STATE, regulator.get(page).body())).isEqualTo("ANNULLED");
        // Whoever follows the list was told of each: it came, it is disputed, it is gone.
        assertThat(dsl().fetch(
                                "SELECT CONCAT(operation, ' ', reason) FROM change_entry WHERE kind = 'list-entry' AND item_key = ? ORDER BY number",
                                Long.toString(id))
                        .getValues(0, String.class))
                .containsExactly("add new-record", "modify objection", "withdraw objection");
        assertThat(Caller.anyone(server).get(entry).statusCode()).isEqualTo(404);
        assertThat(new Visitor(server).get("/public/list").body()).doesNotContain("（第140店）");
        assertThat(shop.get("/my/cases/" + id).body()).contains("The listing was annulled.");
    }

    @Test
    void a_repair_is_asked_for_after_a_year_with_a_promise_and_a_false_one_is_revoked() {
        String page = list(160);
        long id = caseOf(160);
        Visitor shop = as("shop-160");
        Map<String, String> asked =
                Map.of("kind", "REPAIR", "about", Long.toString(id), "reason", "all is done", "promise", "true");
        assertThat(shop.submit("/my/cases/" + id, "/my/requests", asked).body()).contains("has not come");

        // The entry stands since a year and a day.
        LocalDate today = LocalDate.ofInstant(java.time.Instant.now(), AuthorityClock.ZONE);
        LocalDate since = today.minusYears(1).minusDays(1);
        dsl().execute(
                        "UPDATE listing_case SET listed_on = ?, published_on = ?, standing = REPLACE(standing, ?, ?) WHERE case_id = ?",
                        since,
                        since,
                        today.toString(),
                        since.toString(),
                        id);
        Map<String, String> unpromised = new HashMap<>(asked);
        unpromised.remove("promise");
        assertThat(shop.submit("/my/cases/" + id, "/my/requests", unpromised).body())
                .contains("a repair needs the promise");
        assertThat(shop.submit("/my/cases/" + id, "/my/requests", asked).body()).contains("Received.");
        long request = dsl().fetchSingle("SELECT request_id FROM request WHERE case_id = ?", id)
                .get(0, Long.class);
        String answer = "/requests/" + request;
        step(as("regulator"), answer, "accept", because("complete"));
        assertThat(step(as("appeals"), answer, "grant", because("fine"))).contains("a condition is not fulfilled");
        Map<String, String> fulfilled = new HashMap<>(because("seen on the spot"));
        for (String condition :
                new String[] {"obligations-done", "harm-removed", "no-repeat", "no-running-bar", "promise"}) {
            fulfilled.put("condition." + condition, "true");
        }
        assertThat(step(as("appeals"), answer, "grant", fulfilled)).contains("It is granted");
        assertThat(find(STATE, as("regulator").get(page).body())).isEqualTo("REMOVED");
        assertThat(Caller.anyone(server).get("/v1/list-entries/" + id).statusCode())
                .isEqualTo(404);

        assertThat(step(as("appeals"), answer, "revoke", because("the receipts were false")))
                .contains("the entry stands again");
        assertThat(Caller.anyone(server).get("/v1/list-entries/" + id).body())
                .contains("\"endsOn\":\"" + today.plusYears(3) + "\"");
        assertThat(shop.submit("/my/cases/" + id, "/my/requests", asked).body()).contains("has not come");
    }

    @Test
    void a_ban_names_its_person_before_the_notice_and_outside_only_the_first_character_is_seen() {
        dsl().execute("""
                INSERT IGNORE INTO listing_case (business_key, list, visibility, rule, edition, triggered_on, fact_id, evidence, record_key, state, proposed_on, conduct_zh, conduct_en, basis, provisional)
                SELECT business_key, 'trade-ban', 'partners', 'TB-1', 'food-safety-law-2015-art135', triggered_on, fact_id, fact_id, 'banned', 'PROPOSED', proposed_on, '吊销许可证', 'Licence revoked', 'art. 135', FALSE
                FROM listing_case WHERE business_key = 200 AND list = 'serious-violation'
                """);
        long id = bans().getFirst();
        String page = "/lists/" + id;
        Visitor regulator = as("regulator");
        assertThat(regulator.get(page).body()).contains("id=\"name-person\"").doesNotContain("id=\"notice\"", "??");
        assertThat(step(regulator, page, "notice", because("told"))).contains("nobody is named yet");
        assertThat(step(regulator, page, "person", Map.of("person", "王小明 320682199001011234")))
                .contains("not a person&#39;s name");
        assertThat(step(regulator, page, "person", Map.of("person", " 王小明 "))).contains("The person is named.", "王小明");
        assertThat(step(regulator, page, "person", Map.of("person", "李四", "another", "true")))
                .contains("The person is named.", "李四")
                .doesNotContain("王小明");
        assertThat(bans()).hasSize(2);
        step(regulator, page, "notice", because("told"));
        assertThat(regulator
                        .submit(page, page + "/person", Map.of("revision", "1", "person", "赵六"))
                        .body())
                .contains("does not stand where this step begins", "王小明")
                .doesNotContain("赵六</dd>");
        step(regulator, page, "statement", because("so be it"));
        assertThat(step(as("chief"), page, "decide", because("revoked"))).contains("The decision is made.");
        assertThat(find(STATE, step(regulator, page, "publish", because("served"))))
                .isEqualTo("LISTED");

        assertThat(new Caller(server, "partner").get("/v1/list-entries/" + id).body())
                .contains("王**")
                .doesNotContain("小明");
        assertThat(Caller.anyone(server).get("/v1/list-entries/" + id).statusCode())
                .isEqualTo(404);
        assertThat(new Caller(server, "partner")
                        .get("/v1/changes?chain=partners&limit=10000")
                        .body())
                .contains("trade-ban")
                .doesNotContain("王", "小明");
        assertThat(regulator.get("/audit?lang=en&subject=listing-case:" + id).body())
                .contains("named the person whom a case concerns")
                .doesNotContain("王小明");
    }

    private java.util.List<Long> bans() {
        return dsl().fetch(
                        "SELECT case_id FROM listing_case WHERE business_key = 200 AND list = 'trade-ban' ORDER BY 1")
                .getValues(0, Long.class);
    }

    @Test
    void a_reply_stands_beside_the_entry_and_partners_report_what_they_applied() {
        list(180);
        long id = caseOf(180);
        Visitor shop = as("shop-180");
        shop.submit(
                "/my/cases/" + id,
                "/my/requests",
                Map.of("kind", "REPLY", "about", Long.toString(id), "reason", "We have changed our supplier."));
        long request = dsl().fetchSingle("SELECT request_id FROM request WHERE case_id = ?", id)
                .get(0, Long.class);
        step(as("regulator"), "/requests/" + request, "accept", because("polite"));
        step(as("appeals"), "/requests/" + request, "grant", because("nothing against it"));
        assertThat(Caller.anyone(server).get("/v1/list-entries/" + id).body()).contains("changed our supplier");
        assertThat(new Visitor(server)
                        .get("/public/businesses/sample:" + SampleRegister.identity(180))
                        .body())
                .contains("changed our supplier", "通市监处罚〔2026〕180号");

        LocalDate today = LocalDate.ofInstant(java.time.Instant.now(), AuthorityClock.ZONE);
        Caller partner = new Caller(server, "partner");
        String measures = "/v1/list-entries/" + id + "/measures";
        assertThat(partner.post(measures, "{\"measure\":\"JP-05\",\"appliedOn\":\"" + today + "\"}")
                        .body())
                .contains("\"partner\":\"partner\"");
        assertThat(partner.post(measures, "{\"measure\":\"M16-04\",\"appliedOn\":\"" + today + "\"}")
                        .statusCode())
                .as("a measure of an edition that has ended")
                .isEqualTo(400);
        assertThat(as("regulator").get("/lists/" + id).body()).contains("JP-05");
    }
}
