package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator keeps accounts; a person sets the password; a regulator is kept to divisions. */
@WithSampleServer
class AccountsIT {

    private static final Pattern CODE = Pattern.compile("id=\"code\">([0-9A-Z-]{23})<");
    private static final String PASSWORD = "a long enough one";

    private final SampleServer server;

    AccountsIT(SampleServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeAnAdministrator() {
        server.bean("dsl", DSLContext.class).execute("""
                INSERT IGNORE INTO account (name, password_hash, role, created_at)
                SELECT 'administrator', password_hash, 'ADMINISTRATOR', created_at FROM account WHERE name = 'partner'
                """);
    }

    private Visitor administrator() {
        return Visitor.of(server, "administrator", SampleServer.PASSWORD);
    }

    private Visitor made(Visitor administrator, String name, String role, String divisions) {
        String page = administrator
                .submit("/accounts", "/accounts", Map.of("name", name, "role", role, "divisions", divisions))
                .body();
        return withPassword(name, page);
    }

    private Visitor withPassword(String name, String page) {
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).as(name).isTrue();
        Visitor someone = new Visitor(server, "127.0.0.5");
        assertThat(someone.submit(
                                "/reset",
                                "/reset",
                                Map.of("name", name, "code", code.group(1), "password", PASSWORD, "again", PASSWORD))
                        .body())
                .contains("The password is set");
        return Visitor.of(server, name, PASSWORD);
    }

    private static String page(int business) {
        return "/businesses/sample:" + SampleRegister.identity(business);
    }

    @Test
    void a_regulator_sees_and_finds_only_businesses_of_the_own_divisions() {
        // 320602 and 320611 were merged into 320613; the 8th business lies in 320613, the 3rd in 320685.
        Visitor wang = made(administrator(), "wang", "REGULATOR", "320613, 320602");

        assertThat(wang.get(page(8)).statusCode()).isEqualTo(200);
        assertThat(wang.get(page(3)).statusCode()).isEqualTo(404);
        assertThat(wang.get("/businesses?q=" + SampleRegister.identity(8)).body())
                .contains(SampleRegister.identity(8) + "?");
        assertThat(wang.get("/businesses?q=" + SampleRegister.identity(3)).body())
                .doesNotContain(SampleRegister.identity(3) + "?");
        assertThat(wang.get("/v1/ratings?model=sample-internal&limit=1000").body())
                .contains("\"division\":\"320613\"")
                .doesNotContain("320685", "320612");
        String elsewhere = "/v1/businesses/sample:" + SampleRegister.identity(3) + "/ratings/";
        assertThat(wang.get(elsewhere + "sample-public").statusCode()).isEqualTo(200);
        assertThat(wang.get(elsewhere + "sample-partners").statusCode()).isEqualTo(404);
        assertThat(wang.get(elsewhere + "sample-internal").statusCode()).isEqualTo(404);
        assertThat(wang.submit(
                                page(8),
                                page(8) + "/merge",
                                Map.of("into", "sample:" + SampleRegister.identity(3), "reason", "one shop"))
                        .body())
                .doesNotContain("One business goes on");
        assertThat(server.bean("dsl", DSLContext.class).fetch("SELECT 1 FROM business_link WHERE merged_key = 8"))
                .isEmpty();
    }

    private long caseOf(int business) {
        return server.bean("dsl", DSLContext.class)
                .fetchSingle("SELECT case_id FROM listing_case WHERE business_key = ?", business)
                .get(0, Long.class);
    }

    @Test
    void a_case_of_another_division_does_not_exist_for_a_regulator() {
        // The 280th business lies in 320612, the 240th in 320685.
        Visitor zhang = made(administrator(), "zhang", "REGULATOR", "320612");

        assertThat(zhang.get("/lists/" + caseOf(280)).statusCode()).isEqualTo(200);
        assertThat(zhang.get("/lists/" + caseOf(240)).statusCode()).isEqualTo(404);
        assertThat(zhang.get("/lists/+" + caseOf(240)).statusCode()).isEqualTo(404);
        assertThat(zhang.submit(
                                "/lists/" + caseOf(280),
                                "/lists/" + caseOf(240) + "/notice",
                                Map.of("revision", "0", "reason", "told"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(zhang.get("/lists").body())
                .contains("/lists/" + caseOf(280) + "\"")
                .doesNotContain("/lists/" + caseOf(240) + "\"");
    }

    @Test
    void a_request_and_a_paper_of_another_division_do_not_exist_for_a_regulator() {
        // The 280th business lies in 320612, the 240th in 320685.
        Visitor chen = made(administrator(), "chen", "REGULATOR", "320612");
        long own = requestAbout(caseOf(280));
        long other = requestAbout(caseOf(240));

        assertThat(chen.get("/requests/" + own).statusCode()).isEqualTo(200);
        assertThat(chen.get("/requests/" + other).statusCode()).isEqualTo(404);
        assertThat(chen.submit(
                                "/requests/" + own,
                                "/requests/" + other + "/accept",
                                Map.of("revision", "0", "reason", "taken up"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(chen.get("/requests").body())
                .contains("/requests/" + own + "\"")
                .doesNotContain("/requests/" + other + "\"");
        assertThat(chen.get("/papers/" + paperOf("listing-case:" + caseOf(280))).statusCode())
                .isEqualTo(200);
        assertThat(chen.get("/papers/" + paperOf("listing-case:" + caseOf(240))).statusCode())
                .isEqualTo(404);
        assertThat(chen.get("/papers/" + paperOf("request:" + other)).statusCode())
                .isEqualTo(404);
    }

    private long requestAbout(long listing) {
        Visitor.of(server, "regulator", SampleServer.PASSWORD)
                .submit(
                        "/lists/" + listing,
                        "/lists/" + listing + "/requests",
                        Map.of("kind", "OBJECTION", "reason", "it was not us"));
        return server.bean("dsl", DSLContext.class)
                .fetchSingle("SELECT request_id FROM request WHERE case_id = ?", listing)
                .get(0, Long.class);
    }

    private long paperOf(String subject) {
        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute("""
                INSERT INTO paper (subject, name, media_type, size, sha256, content, added_by, added_at)
                VALUES (?, 'letter.pdf', 'application/pdf', 4, REPEAT('0', 64), '%PDF', 'regulator', '2026-10-01')
                """, subject);
        return dsl.fetchSingle("SELECT paper_id FROM paper WHERE subject = ?", subject)
                .get(0, Long.class);
    }

    @Test
    void a_whole_prefecture_is_named_by_its_beginning_or_by_its_code() {
        Visitor city = made(administrator(), "city", "REGULATOR", "320600");
        assertThat(city.get(page(3)).statusCode()).isEqualTo(200);
        Visitor other = made(administrator(), "other-city", "REGULATOR", "3205");
        assertThat(other.get(page(3)).statusCode()).isEqualTo(404);
    }

    @Test
    void a_change_a_lock_and_a_reset_end_the_open_session_at_once() {
        Visitor administrator = administrator();
        Visitor li = made(administrator, "li", "REGULATOR", "");
        assertThat(li.get("/overview").uri().getPath()).isEqualTo("/overview");

        administrator.submit("/accounts", "/accounts/li/change", Map.of("role", "OPERATOR"));
        assertThat(li.get("/overview").uri().getPath()).isEqualTo("/login");
        assertThat(Visitor.of(server, "li", PASSWORD).get("/overview").statusCode())
                .isEqualTo(403);

        Visitor again = Visitor.of(server, "li", PASSWORD);
        assertThat(again.get("/jobs").statusCode()).isEqualTo(200);
        administrator.submit("/accounts", "/accounts/li/lock", Map.of());
        assertThat(again.get("/jobs").uri().getPath()).isEqualTo("/login");
        assertThat(Visitor.of(server, "li", PASSWORD).get("/jobs").uri().getPath())
                .isEqualTo("/login");

        administrator.submit("/accounts", "/accounts/li/unlock", Map.of());
        Visitor third = Visitor.of(server, "li", PASSWORD);
        assertThat(third.get("/jobs").statusCode()).isEqualTo(200);
        String reset = administrator
                .submit("/accounts", "/accounts/li/reset", Map.of())
                .body();
        assertThat(third.get("/jobs").uri().getPath()).isEqualTo("/login");
        assertThat(Visitor.of(server, "li", PASSWORD).get("/jobs").uri().getPath())
                .isEqualTo("/login");
        assertThat(withPassword("li", reset).get("/jobs").statusCode()).isEqualTo(200);

        assertThat(new Caller(server, "regulator")
                        .get("/audit?subject=account:li")
                        .body())
                .contains("account-locked".replace("account-", ""))
                .doesNotContain("??");
        assertThat(server.bean("dsl", DSLContext.class)
                        .fetch("SELECT act FROM audit_entry WHERE subject = 'account:li' ORDER BY entry_no")
                        .getValues(0, String.class))
                .containsExactly(
                        "account-added",
                        "password-set",
                        "account-changed",
                        "account-locked",
                        "account-unlocked",
                        "password-reset",
                        "password-set");
    }

    @Test
    void nobody_changes_the_own_account_or_makes_a_businesss() {
        Visitor administrator = administrator();
        assertThat(administrator
                        .submit("/accounts", "/accounts/administrator/lock", Map.of())
                        .body())
                .contains("nobody changes or locks the own account");
        assertThat(administrator
                        .submit("/accounts", "/accounts", Map.of("name", "shop", "role", "BUSINESS"))
                        .body())
                .contains("choose one of the roles");
        assertThat(administrator
                        .submit("/accounts", "/accounts", Map.of("name", "partner", "role", "PARTNER"))
                        .body())
                .contains("there is an account partner");
        assertThat(administrator.get("/accounts?lang=zh").body())
                .contains("账户管理")
                .doesNotContain("??");
    }
}
