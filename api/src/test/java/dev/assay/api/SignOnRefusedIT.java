package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.api.TestIssuer.Fault;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who does not get in by a sign-on: persons without an account, and whatever an honest issuer would not send. */
class SignOnRefusedIT {

    private static final SignOnDesk DESK = new SignOnDesk();

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
    void who_is_not_linked_is_refused_and_gets_no_account() {
        int accounts = DESK.dsl().fetch("SELECT 1 FROM account").size();
        DESK.person("subject-of-nobody", "nobody");
        Visitor nobody = new Visitor(DESK.server());

        HttpResponse<String> answer = DESK.signOn(nobody);

        assertThat(answer.uri().getPath()).isEqualTo("/login");
        assertThat(answer.body())
                .contains("No account is linked with this user")
                .doesNotContain("??");
        assertThat(DESK.isIn(nobody)).isFalse();
        assertThat(DESK.lastRefusal()).contains("NOT_LINKED", "nobody");
        assertThat(DESK.dsl().fetch("SELECT 1 FROM account")).hasSize(accounts);
        assertThat(Visitor.of(DESK.server(), "regulator", SampleServer.PASSWORD)
                        .get("/audit")
                        .body())
                .contains("sign-on refused", "nobody No account is linked")
                .doesNotContain("??");
    }

    @Test
    void a_name_that_is_another_persons_by_now_is_refused() {
        DESK.account("zhao", "REGULATOR", "");
        DESK.link("zhao", "zhao");
        DESK.person("first-zhao", "zhao");
        assertThat(DESK.signOn(new Visitor(DESK.server())).uri().getPath()).isEqualTo("/overview");
        DESK.person("second-zhao", "zhao");

        HttpResponse<String> answer = DESK.signOn(new Visitor(DESK.server()));

        assertThat(answer.uri().getPath()).isEqualTo("/login");
        assertThat(answer.body()).contains("it belongs to another person");
        assertThat(DESK.lastRefusal()).contains("OTHER_PERSON", "zhao");
        assertThat(DESK.acts("account:zhao")).endsWith("signed-on", "sign-on-refused");
    }

    @Test
    void a_locked_account_and_one_that_logs_in_here_are_refused() {
        DESK.account("qian", "OPERATOR", "");
        DESK.link("qian", "qian");
        DESK.person("subject-of-qian", "qian");
        DESK.keeper().submit("/accounts", "/accounts/qian/lock", Map.of());
        assertThat(DESK.signOn(new Visitor(DESK.server())).body()).contains("The account is locked");
        assertThat(DESK.lastRefusal()).contains("LOCKED");
        assertThat(DESK.dsl()
                        .fetch("SELECT subject FROM sign_on_link WHERE name = 'qian'")
                        .getValues(0))
                .as("who is refused is not bound")
                .containsOnlyNulls();

        DESK.keeper().submit("/accounts", "/accounts/qian/unlock", Map.of());
        Visitor qian = new Visitor(DESK.server());
        assertThat(DESK.signOn(qian).uri().getPath()).isEqualTo("/jobs");
        DESK.keeper().submit("/accounts", "/accounts/qian/lock", Map.of());
        assertThat(qian.get("/jobs").uri().getPath())
                .as("a lock ends the session")
                .isEqualTo("/login");

        DESK.keeper().submit("/accounts", "/accounts/qian/unlock", Map.of());
        DESK.keeper().submit("/accounts", "/accounts/qian/change", Map.of("role", "ADMINISTRATOR"));
        assertThat(DESK.signOn(new Visitor(DESK.server())).body()).contains("log in with their password");
        assertThat(DESK.lastRefusal()).contains("ROLE");
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_STATE,        STATE",
        "OTHER_NONCE,        NONCE",
        "NO_NONCE,           NONCE",
        "OTHER_AUDIENCE,     TOKEN",
        "OTHER_ISSUER,       TOKEN",
        "EXPIRED,            TOKEN",
        "NO_SUBJECT,         TOKEN",
        "UNSIGNED,           TOKEN",
        "OTHER_KEY,          TOKEN",
        // The description offers HS256 and none; this server takes key pairs alone.
        "SIGNED_WITH_SECRET, TOKEN",
        "NO_TOKEN,           TOKEN",
        "DENIED,             ISSUER"
    })
    void what_an_honest_issuer_would_not_send_leads_nobody_in_and_is_noted(Fault fault, String reason) {
        String account = "fault-" + fault.name().replace('_', '-');
        DESK.account(account, "REGULATOR", "");
        DESK.link(account, account);
        DESK.person("subject-of-" + account, account);
        DESK.issuer().fault = fault;
        Visitor somebody = new Visitor(DESK.server());
        int before = DESK.refusals();

        HttpResponse<String> answer = DESK.signOn(somebody);

        assertThat(answer.uri().getPath()).isEqualTo("/login");
        assertThat(answer.uri().getQuery()).isEqualTo("sign-on=" + reason);
        assertThat(answer.body()).contains("Not signed on").doesNotContain("??");
        assertThat(DESK.isIn(somebody)).isFalse();
        assertThat(DESK.refusals()).isEqualTo(before + 1);
        assertThat(DESK.lastRefusal()).contains("\"" + reason + "\"");
        DESK.issuer().fault = Fault.NONE;
        assertThat(DESK.signOn(somebody).uri().getPath())
                .as("the same person, honestly")
                .isEqualTo("/overview");
    }

    @Test
    void an_issuer_that_goes_away_before_it_answers_refuses_nobody() {
        DESK.person("subject-of-hurry", "hurry");
        DESK.issuer().fault = Fault.NO_ANSWER;
        int before = DESK.refusals();

        assertThat(DESK.signOn(new Visitor(DESK.server())).body()).contains("cannot be reached now");

        assertThat(DESK.refusals()).isEqualTo(before);
    }

    @Test
    void an_answer_to_what_nobody_asked_leads_nowhere_and_does_not_fill_the_audit_log() {
        int before = DESK.refusals();

        HttpResponse<String> answer = new Visitor(DESK.server())
                .get("/sign-on/return?code=stolen&state=guessed&redirect_uri=https://evil.example");

        assertThat(answer.uri().toString()).isEqualTo(DESK.server().address("/login?sign-on=STATE"));
        assertThat(DESK.refusals()).isEqualTo(before);
    }

    @Test
    void nobody_is_sent_elsewhere_and_the_page_that_was_wanted_comes_after_the_sign_on() {
        DESK.account("sun", "REGULATOR", "");
        DESK.link("sun", "sun");
        DESK.person("subject-of-sun", "sun");
        Visitor sun = new Visitor(DESK.server());
        assertThat(sun.get("/lists").uri().getPath()).isEqualTo("/login");

        HttpResponse<String> answer = sun.get(
                "/sign-on/at/authority?redirect_uri=https://evil.example&continue=https://evil.example&state=mine");

        assertThat(answer.uri().toString()).startsWith(DESK.server().address("/lists"));
        assertThat(DESK.issuer().asked)
                .containsEntry("redirect_uri", DESK.server().address("/sign-on/return"))
                .doesNotContainEntry("state", "mine");
        assertThat(sun.get("/sign-on/at/other").statusCode()).isEqualTo(404);
    }

    @Test
    void an_administrator_links_only_who_may_sign_on_and_nobody_twice() {
        DESK.account("feng", "REGULATOR", "");
        DESK.account("chen", "REGULATOR", "");
        DESK.account("shop-partner", "PARTNER", "");
        assertThat(DESK.link("shop-partner", "partner.user")).contains("logs in with a password");
        assertThat(DESK.link("keeper", "keeper.user")).contains("logs in with a password");
        assertThat(DESK.link("nobody-here", "x")).contains("there is no such account");
        assertThat(DESK.link("feng", " ")).contains("1 to 190 letters");
        assertThat(DESK.link("feng", "feng.user")).contains("Linked: feng");
        assertThat(DESK.link("feng", "feng.other")).contains("is linked already");
        assertThat(DESK.link("chen", "feng.user")).contains("another account is linked with this user");
        assertThat(DESK.keeper()
                        .submit("/accounts", "/accounts/chen/unlink", Map.of())
                        .body())
                .contains("Not done");
        assertThat(Visitor.of(DESK.server(), "regulator", SampleServer.PASSWORD)
                        .submit("/overview", "/accounts/chen/link", Map.of("user", "regulator"))
                        .statusCode())
                .isEqualTo(403);
        for (String language : List.of("zh", "en")) {
            assertThat(DESK.keeper().get("/accounts?lang=" + language).body()).doesNotContain("??");
            assertThat(DESK.keeper().get("/login?sign-on=DOWN&lang=" + language).body())
                    .doesNotContain("??");
        }
        assertThat(DESK.keeper().get("/login?sign-on=%3Cb%3Eanything%3C/b%3E").body())
                .doesNotContain("Not signed on", "<b>");
    }
}
