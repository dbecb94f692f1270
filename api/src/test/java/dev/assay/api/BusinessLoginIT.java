package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.store.testing.SampleRegister;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A business makes its login with a code of the authority, and sees itself and nobody else. */
@WithSampleServer
class BusinessLoginIT {

    private static final Pattern CODE = Pattern.compile("id=\"code\">([0-9A-Z-]{23})<");
    private static final String PASSWORD = "a long enough one";
    private static final String OWN = sample(19);
    private static final String OTHER = sample(12);

    private final SampleServer server;

    BusinessLoginIT(SampleServer server) {
        this.server = server;
    }

    private static String sample(int number) {
        return "sample:" + SampleRegister.identity(number);
    }

    /** The account of business 19, with the password that all test accounts have. */
    @BeforeEach
    void bindAnAccount() {
        DSLContext dsl = dsl();
        dsl.execute("""
                INSERT IGNORE INTO account (name, password_hash, role, business_key, created_at)
                SELECT 'shop-19', password_hash, 'BUSINESS', 19, created_at FROM account WHERE name = 'partner'
                """);
    }

    private DSLContext dsl() {
        return server.bean("dsl", DSLContext.class);
    }

    private String code(Visitor regulator, String business) {
        String page = "/businesses/" + business + "/logins";
        Matcher code = CODE.matcher(regulator.submit(page, page, Map.of()).body());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private HttpResponse<String> claim(Visitor someone, String business, String code, String name) {
        return someone.submit(
                "/claim",
                "/claim",
                Map.of("identity", business, "code", code, "name", name, "password", PASSWORD, "again", PASSWORD));
    }

    private Visitor regulator() {
        return Visitor.of(server, "regulator", SampleServer.PASSWORD);
    }

    @Test
    void a_business_makes_its_login_with_a_code_that_is_shown_once_and_kept_nowhere() {
        Visitor regulator = regulator();
        String code = code(regulator, OWN);
        assertThat(regulator.get("/businesses/" + OWN + "/logins").body())
                .contains("open")
                .doesNotContain(code);
        assertThat(dsl().fetch("SELECT * FROM invitation").toString()).doesNotContain(code, code.replace("-", ""));

        assertThat(claim(new Visitor(server), OWN, code.toLowerCase(java.util.Locale.ROOT), "noodles-19")
                        .body())
                .contains("Your account is made");

        String mine = Visitor.of(server, "noodles-19", PASSWORD).get("/").body();
        assertThat(Visitor.of(server, "noodles-19", PASSWORD)
                        .get("/public/businesses/" + OWN)
                        .body())
                .as("what others see")
                .contains("Sample model sample-public")
                .doesNotContain("sample-partners", "sample-internal");
        assertThat(mine)
                .contains("（第19店）", "Sample model sample-public", "Sample model sample-partners")
                .contains("What would help", "Why:")
                .contains("never published and never certified")
                .doesNotContain("??");
        assertThat(Visitor.of(server, "noodles-19", PASSWORD).get("/my?lang=zh").body())
                .contains("原因：")
                .doesNotContain("??");
        assertThat(claim(new Visitor(server), OWN, code, "noodles-again").body())
                .contains("do not fit together");
        assertThat(regulator.get("/businesses/" + OWN + "/logins").body()).contains("noodles-19", "used");
        assertThat(regulator.get("/audit?subject=business:" + OWN).body())
                .contains("code for a login made", "account of a business made");
    }

    @Test
    void a_code_that_is_another_business_s_or_taken_back_or_too_old_makes_no_account() {
        Visitor regulator = regulator();
        String others = code(regulator, sample(13));
        assertThat(claim(new Visitor(server, "127.0.0.2"), OWN, others, "thief").body())
                .contains("do not fit together");

        Matcher revoke = Pattern.compile("action=\"(/businesses/[^\"]+/revoke)\"")
                .matcher(regulator.get("/businesses/" + sample(13) + "/logins").body());
        assertThat(revoke.find()).isTrue();
        assertThat(regulator
                        .submit("/businesses/" + sample(13) + "/logins", revoke.group(1), Map.of())
                        .body())
                .contains("The code is taken back.");
        assertThat(claim(new Visitor(server, "127.0.0.2"), sample(13), others, "late")
                        .body())
                .contains("do not fit together");

        String old = code(regulator, sample(14));
        dsl().execute("UPDATE invitation SET expires_at = '2026-01-01' WHERE business_key = 14");
        assertThat(claim(new Visitor(server, "127.0.0.2"), sample(14), old, "old")
                        .body())
                .contains("do not fit together");
        assertThat(dsl().fetch("SELECT 1 FROM account WHERE name IN ('thief', 'late', 'old')"))
                .isEmpty();
    }

    @Test
    void a_name_that_is_taken_and_a_password_that_is_too_plain_do_not_use_the_code_up() {
        String code = code(regulator(), sample(15));
        Visitor someone = new Visitor(server);

        assertThat(claim(someone, sample(15), code, "regulator").body()).contains("Another account has this name");
        assertThat(someone.submit(
                                "/claim",
                                "/claim",
                                Map.of(
                                        "identity", sample(15),
                                        "code", code,
                                        "name", "shop-15",
                                        "password", "shop-15 shop-15",
                                        "again", "shop-15 shop-15"))
                        .body())
                .contains("The password holds the name");
        assertThat(claim(someone, sample(15), code, "shop-15").body()).contains("Your account is made");
    }

    @Test
    void guessing_codes_has_to_wait() {
        Visitor guesser = new Visitor(server, "127.0.0.3");
        String last = "";
        for (int guess = 0; guess < 6; guess++) {
            last = claim(guesser, sample(16), "AAAAA-AAAAA-AAAAA-AAAA" + guess, "guesser")
                    .body();
        }
        assertThat(last).contains("Wait a minute");

        // A right code waits, too; from elsewhere it does not.
        String code = code(regulator(), sample(16));
        assertThat(claim(guesser, sample(16), code, "guesser").body()).contains("Wait a minute");
        assertThat(claim(new Visitor(server, "127.0.0.4"), sample(16), code, "shop-16")
                        .body())
                .contains("Your account is made");
    }

    @ParameterizedTest(name = "{0} → own {1}, another''s {2}")
    @CsvSource({
        "/v1/businesses/B,                                     200, 200",
        "/v1/businesses/B/ratings/sample-public,               200, 200",
        "/v1/businesses/B/ratings/sample-partners,             200, 404",
        "/v1/businesses/B/ratings/sample-partners/explanation, 200, 404",
        "/v1/businesses/B/ratings/sample-partners/improvements, 200, 404",
        "/v1/businesses/B/ratings/sample-internal,             200, 404",
        "/v1/businesses/B/ratings/sample-internal/explanation, 200, 404",
        "/my/explanation?model=sample-public&subject=B,        200, 404",
        "/my/explanation?model=sample-partners&subject=B,      200, 404",
        "/my/explanation?model=sample-internal&subject=B,      200, 404",
        "/v1/businesses/B/credit-file,                         403, 403",
        "/businesses/B,                                        403, 403",
        "/businesses/B/logins,                                 403, 403",
        "/v1/ratings?model=sample-public,                      403, 403",
        "/my,                                                  200, 200",
    })
    void a_business_sees_its_own_and_no_other(String path, int own, int other) {
        Caller business = new Caller(server, "shop-19");

        assertThat(business.get(path.replace("B", OWN)).statusCode()).isEqualTo(own);
        assertThat(business.get(path.replace("B", OTHER)).statusCode()).isEqualTo(other);
    }

    @Test
    void the_pages_of_a_business_are_for_businesses() {
        for (String account : new String[] {"regulator", "partner", "operator"}) {
            assertThat(new Caller(server, account).get("/my").statusCode()).isEqualTo(403);
        }
        assertThat(Caller.anyone(server).get("/my").statusCode()).isEqualTo(302);
        assertThat(Caller.anyone(server).get("/claim").statusCode()).isEqualTo(200);
    }

    @Test
    void a_business_that_was_merged_sees_the_one_that_goes_on() {
        DSLContext dsl = dsl();
        dsl.execute("""
                INSERT IGNORE INTO account (name, password_hash, role, business_key, created_at)
                SELECT 'shop-17', password_hash, 'BUSINESS', 17, created_at FROM account WHERE name = 'partner'
                """);
        Caller business = new Caller(server, "shop-17");
        assertThat(business.get("/my").body()).contains(SampleRegister.identity(17));

        dsl.execute("""
                INSERT INTO business_link (merged_key, into_key, linked_at, linked_by, reason)
                VALUES (17, 18, '2026-11-21', 'regulator', 'one shop')
                """);
        assertThat(business.get("/my").body()).contains(SampleRegister.identity(18));
        assertThat(business.get("/v1/businesses/" + sample(18) + "/ratings/sample-partners")
                        .statusCode())
                .isEqualTo(200);

        dsl.execute("DELETE FROM business_link WHERE merged_key = 17");
        assertThat(business.get("/v1/businesses/" + sample(18) + "/ratings/sample-partners")
                        .statusCode())
                .isEqualTo(404);
    }
}
