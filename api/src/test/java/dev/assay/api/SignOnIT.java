package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.TestIssuer.Fault;
import dev.assay.store.testing.SampleRegister;
import dev.assay.store.testing.TestDatabases;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign-on of an authority's own people, at an issuer that runs in this test: who gets in, as what, and out again. */
class SignOnIT {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");

    private static final SignOnDesk DESK = new SignOnDesk();

    @TempDir
    private Path profile = Path.of("");

    @BeforeAll
    static void start() {
        DESK.start();
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @AfterEach
    void behave() {
        DESK.issuer().fault = Fault.NONE;
        DESK.issuer().namesUserElsewhere = false;
    }

    @Test
    void a_linked_person_signs_on_is_bound_at_the_first_time_and_has_the_accounts_own_role_and_divisions() {
        DESK.account("wang", "REGULATOR", "320613");
        assertThat(DESK.link("wang", "wang.li")).contains("Linked: wang", "signs on as wang.li, not yet bound");
        DESK.person("subject-of-wang", "wang.li");
        Visitor wang = new Visitor(DESK.server());
        assertThat(wang.get("/login").body()).contains("City sign-on").doesNotContain(TestIssuer.SECRET);
        assertThat(new Visitor(DESK.server()).get("/login?lang=zh").body()).contains("全市统一登录");

        HttpResponse<String> answer = DESK.signOn(wang);

        assertThat(answer.uri().getPath()).as(answer.body()).isEqualTo("/overview");
        assertThat(answer.body()).contains(">wang<");
        // The 8th business lies in 320613, the 3rd in 320685.
        assertThat(wang.get("/businesses/sample:" + SampleRegister.identity(8)).statusCode())
                .isEqualTo(200);
        assertThat(wang.get("/businesses/sample:" + SampleRegister.identity(3)).statusCode())
                .isEqualTo(404);
        assertThat(wang.get("/accounts").statusCode()).isEqualTo(403);
        assertThat(DESK.issuer().asked)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid profile")
                .containsKeys("state", "nonce", "code_challenge")
                .doesNotContainKey("client_secret");
        assertThat(DESK.acts("account:wang")).containsExactly("sign-on-linked", "sign-on-bound", "signed-on");
        assertThat(DESK.keeper().get("/accounts").body()).contains("signs on as wang.li, bound");

        DESK.person("subject-of-wang", "wang.li.new.name");
        assertThat(DESK.signOn(new Visitor(DESK.server())).uri().getPath())
                .as("who has another name now is still the same person")
                .isEqualTo("/overview");
    }

    @Test
    void the_users_name_is_asked_of_the_issuer_where_the_token_lacks_it() {
        DESK.account("info", "APPROVER", "");
        DESK.link("info", "info.user");
        DESK.person("subject-of-info", "info.user");
        DESK.issuer().namesUserElsewhere = true;
        DESK.issuer().fault = Fault.OTHER_SUBJECT_OF_USER_INFO;
        assertThat(DESK.signOn(new Visitor(DESK.server())).body()).contains("cannot be relied on");

        DESK.issuer().fault = Fault.NONE;

        assertThat(DESK.signOn(new Visitor(DESK.server())).uri().getPath()).isEqualTo("/overview");
    }

    @Test
    void a_browser_is_led_to_the_issuer_and_back_and_by_the_logout_too() {
        DESK.account("browser", "REGULATOR", "");
        DESK.link("browser", "browser");
        DESK.person("subject-of-browser", "browser");
        try (Browser browser = Browser.open(DESK.server(), profile)) {
            browser.go("/login");
            browser.press("#sign-on");
            browser.until("signed on", () -> address(browser).endsWith("/overview"));
            DESK.issuer().ended = Map.of();

            browser.press("form[action='/logout'] button");

            // Browsers hold the page's policy against each step of what follows a form.
            browser.until("logged out", () -> address(browser).endsWith("/public"));
            assertThat(DESK.issuer().ended).containsKey("id_token_hint");
        }
    }

    private static String address(Browser browser) {
        return String.valueOf(browser.driver().getCurrentUrl());
    }

    @Test
    void the_accounts_own_second_factor_is_asked_for_before_anybody_is_in_or_bound() throws Exception {
        DESK.account("zhou", "REGULATOR", "");
        DESK.link("zhou", "zhou");
        Visitor withPassword = Visitor.of(DESK.server(), "zhou", SampleServer.PASSWORD);
        Matcher shown = SECRET.matcher(withPassword
                .submit("/second-factor", "/second-factor", Map.of())
                .body());
        assertThat(shown.find()).isTrue();
        String secret = shown.group(1);
        withPassword.submit(
                "/second-factor",
                "/second-factor/confirm",
                Map.of("code", SecondFactorIT.code(secret, SecondFactorIT.step() - 1)));
        DESK.person("subject-of-zhou", "zhou");
        Visitor zhou = new Visitor(DESK.server(), "127.0.0.11");
        assertThat(zhou.get("/sign-on/code").uri().getPath())
                .as("nobody has signed on")
                .isEqualTo("/login");

        HttpResponse<String> page = DESK.signOn(zhou);

        assertThat(page.uri().getPath()).isEqualTo("/sign-on/code");
        assertThat(page.body()).contains("zhou", "Second factor").doesNotContain("??");
        assertThat(DESK.isIn(zhou)).isFalse();
        HttpResponse<String> wrong = zhou.submit("/sign-on/code", "/sign-on/code", Map.of("code", "000000"));
        assertThat(wrong.uri().getPath()).isEqualTo("/sign-on/code");
        assertThat(wrong.body()).contains("not the one that the device shows");
        assertThat(DESK.isIn(zhou)).isFalse();
        assertThat(DESK.lastRefusal()).contains("CODE", "zhou");
        assertThat(DESK.acts("account:zhou")).doesNotContain("sign-on-bound", "signed-on");

        String code = SecondFactorIT.code(secret, SecondFactorIT.step());
        HttpResponse<String> right = zhou.submit("/sign-on/code", "/sign-on/code", Map.of("code", code));
        assertThat(right.uri().getPath()).as(right.body()).isEqualTo("/overview");
        assertThat(DESK.acts("account:zhou")).endsWith("sign-on-bound", "signed-on");

        Visitor again = new Visitor(DESK.server(), "127.0.0.11");
        DESK.signOn(again);
        for (int i = 0; i < 5; i++) {
            again.submit("/sign-on/code", "/sign-on/code", Map.of("code", "00000" + i));
        }
        assertThat(again.submit("/sign-on/code", "/sign-on/code", Map.of("code", code))
                        .uri()
                        .getQuery())
                .as("too many wrong codes cost a minute")
                .isEqualTo("wait");
        assertThat(again.submit("/login", "/sign-on/code", Map.of("code", "1"))
                        .uri()
                        .getPath())
                .isEqualTo("/login");
    }

    @Test
    void taking_the_link_away_ends_the_session_and_the_sign_on() {
        DESK.account("wu", "REGULATOR", "");
        DESK.link("wu", "wu");
        DESK.person("subject-of-wu", "wu");
        Visitor wu = new Visitor(DESK.server());
        DESK.signOn(wu);
        assertThat(DESK.isIn(wu)).isTrue();

        assertThat(DESK.keeper()
                        .submit("/accounts", "/accounts/wu/unlink", Map.of())
                        .body())
                .contains("Done: wu");

        assertThat(DESK.isIn(wu)).isFalse();
        assertThat(DESK.signOn(wu).body()).contains("No account is linked");
        assertThat(DESK.acts("account:wu"))
                .containsExactly("sign-on-linked", "sign-on-bound", "signed-on", "sign-on-unlinked");
        assertThat(DESK.isIn(Visitor.of(DESK.server(), "wu", SampleServer.PASSWORD)))
                .as("the password goes on")
                .isTrue();
    }

    @Test
    void a_logout_ends_the_sign_on_at_the_issuer_too_and_only_then_a_form_may_lead_there() {
        DESK.account("zheng", "REGULATOR", "");
        DESK.link("zheng", "zheng");
        DESK.person("subject-of-zheng", "zheng");
        Visitor zheng = new Visitor(DESK.server());
        HttpResponse<String> page = DESK.signOn(zheng);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self' " + DESK.issuer().origin());

        HttpResponse<String> out = zheng.submit("/overview", "/logout", Map.of());

        assertThat(out.uri().getPath()).isEqualTo("/public");
        assertThat(DESK.issuer().ended)
                .containsKey("id_token_hint")
                .containsEntry("post_logout_redirect_uri", DESK.server().address("/"));
        assertThat(DESK.isIn(zheng)).isFalse();
        DESK.issuer().ended = Map.of();
        Visitor regulator = Visitor.of(DESK.server(), "regulator", SampleServer.PASSWORD);
        HttpResponse<String> own = regulator.get("/overview");
        assertThat(own.headers().firstValue("Content-Security-Policy").orElse(""))
                .endsWith("form-action 'self'");
        regulator.submit("/overview", "/logout", Map.of());
        assertThat(DESK.issuer().ended).as("who logged in with a password").isEmpty();
    }

    @Test
    void while_the_issuer_is_down_the_server_starts_and_passwords_go_on_and_then_its_word_may_be_the_second_factor() {
        long[] later = {0};
        InstantSource clock = () -> InstantSource.system().instant().plusSeconds(later[0]);
        try (TestIssuer down = new TestIssuer();
                SampleServer other = SampleServer.start(TestDatabases.EMBEDDED, 40, clock, requiring(down))) {
            down.isDown = true;
            HttpResponse<String> answer = DESK.signOn(new Visitor(other));
            assertThat(answer.uri().getPath()).isEqualTo("/login");
            assertThat(answer.body()).contains("cannot be reached now", "name=\"password\"");
            assertThat(Visitor.of(other, "regulator", SampleServer.PASSWORD)
                            .get("/overview")
                            .statusCode())
                    .isEqualTo(200);
            DSLContext dsl = other.bean("dsl", DSLContext.class);
            assertThat(dsl.fetch("SELECT 1 FROM audit_entry WHERE act = 'sign-on-refused'"))
                    .as("nobody was refused")
                    .isEmpty();

            down.isDown = false;
            later[0] = 11;
            dsl.execute(
                    "INSERT INTO sign_on_link (name, issuer, user_name, linked_by, linked_at) VALUES ('regulator', ?, 'reg', 'test', '2026-11-01')",
                    down.address());
            // The role needs a second factor, and the account has none of its own.
            dsl.execute("INSERT INTO role_factor (role) VALUES ('REGULATOR')");
            down.person = Map.of("sub", "s", "preferred_username", "reg", "acr", "1", "amr", List.of("pwd"));
            assertThat(DESK.signOn(new Visitor(other)).body()).contains("not strong enough");
            assertThat(down.asked).containsEntry("acr_values", "2 3");
            down.person = Map.of("sub", "s", "preferred_username", "reg", "acr", "2", "amr", List.of("pwd"));
            assertThat(DESK.signOn(new Visitor(other)).body()).contains("not strong enough");
            down.person = Map.of("sub", "s", "preferred_username", "reg", "acr", "2", "amr", List.of("pwd", "otp"));
            HttpResponse<String> in = DESK.signOn(new Visitor(other));
            assertThat(in.uri().getPath()).as(in.body()).isEqualTo("/overview");
        }
    }

    private static Map<String, Object> requiring(TestIssuer issuer) {
        return Map.of(
                "assay.sign-on.issuer",
                issuer.address(),
                "assay.sign-on.client-id",
                TestIssuer.CLIENT,
                "assay.sign-on.client-secret",
                TestIssuer.SECRET,
                "assay.sign-on.required-acr",
                "2,3",
                "assay.sign-on.required-amr",
                "otp");
    }
}
