package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second factor of an account: set up, asked for, lost, required. The device is written here anew from the standard. */
@WithSampleServer
class SecondFactorIT {

    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7 ]+)<");
    private static final Pattern RECOVERY = Pattern.compile("<li class=\"code\">([0-9A-Z-]{23})</li>");

    private final SampleServer server;

    SecondFactorIT(SampleServer server) {
        this.server = server;
    }

    private DSLContext dsl() {
        return server.bean("dsl", DSLContext.class);
    }

    @BeforeEach
    void addAccounts() {
        for (String account : List.of(
                "factor-one REGULATOR",
                "factor-two REGULATOR",
                "factor-keeper ADMINISTRATOR",
                "factor-operator OPERATOR")) {
            dsl().execute(
                            "INSERT IGNORE INTO account (name, password_hash, role, created_at) SELECT ?, password_hash, ?, created_at FROM account WHERE name = 'partner'",
                            (Object[]) account.split(" "));
        }
    }

    /** What a device shows that was told a secret. */
    static String code(String base32, long step) throws Exception {
        StringBuilder bits = new StringBuilder();
        for (char letter : base32.replace(" ", "").toCharArray()) {
            bits.append(String.format(
                            Locale.ROOT,
                            "%5s",
                            Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)))
                    .replace(' ', '0'));
        }
        ByteBuffer secret = ByteBuffer.allocate(bits.length() / 8);
        for (int i = 0; i + 8 <= bits.length(); i += 8) {
            secret.put((byte) Integer.parseInt(bits.substring(i, i + 8), 2));
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.array(), "HmacSHA1"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    static long step() {
        return System.currentTimeMillis() / 30_000;
    }

    private static String find(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> login(String account, String code) {
        return new Visitor(server, "127.0.0.9")
                .submit(
                        "/login",
                        "/login",
                        Map.of("username", account, "password", SampleServer.PASSWORD, "code", code));
    }

    private static boolean isIn(HttpResponse<String> answer) {
        return !answer.uri().getPath().equals("/login");
    }

    @Test
    void is_set_up_with_a_first_code_asked_for_at_each_login_and_no_code_is_good_twice() throws Exception {
        Visitor person = Visitor.of(server, "factor-one", SampleServer.PASSWORD);
        String page =
                person.submit("/second-factor", "/second-factor", Map.of()).body();
        String secret = find(SECRET, page);
        assertThat(page).contains("otpauth://totp/Assay:factor-one?secret=" + secret.replace(" ", ""));
        assertThat(person.submit("/second-factor", "/second-factor/confirm", Map.of("code", "000000"))
                        .body())
                .contains("Not done");
        String done = person.submit(
                        "/second-factor", "/second-factor/confirm", Map.of("code", code(secret, step() - 1)))
                .body();
        String recovery = find(RECOVERY, done);
        assertThat(person.get("/second-factor").body()).doesNotContain(secret).contains("10 recovery codes");
        assertThat(dsl().fetch("SELECT * FROM account_factor WHERE name = 'factor-one'")
                        .formatJSON())
                .doesNotContain(secret.replace(" ", ""));

        assertThat(isIn(login("factor-one", ""))).as("without a code").isFalse();
        assertThat(isIn(login("factor-one", "123456"))).isFalse();
        assertThat(new Caller(server, "factor-one").get("/v1/followers").statusCode())
                .as("HTTP Basic has no place for a code")
                .isEqualTo(401);
        String now = code(secret, step());
        assertThat(isIn(login("factor-one", now))).isTrue();
        assertThat(isIn(login("factor-one", now))).as("the same code again").isFalse();
        assertThat(isIn(login("factor-one", recovery.toLowerCase(Locale.ROOT)))).isTrue();
        assertThat(isIn(login("factor-one", recovery)))
                .as("a recovery code again")
                .isFalse();

        Visitor keeper = Visitor.of(server, "factor-keeper", SampleServer.PASSWORD);
        keeper.submit("/accounts", "/accounts/factor-one/drop-factor", Map.of());
        assertThat(isIn(login("factor-one", ""))).as("the device was lost").isTrue();
        assertThat(Visitor.of(server, "regulator", SampleServer.PASSWORD)
                        .get("/audit?subject=account:factor-one")
                        .body())
                .contains("second factor set up", "recovery code used", "second factor taken away");
    }

    @Test
    void too_many_wrong_codes_cost_a_minute() throws Exception {
        Visitor person = Visitor.of(server, "factor-two", SampleServer.PASSWORD);
        String secret = find(
                SECRET,
                person.submit("/second-factor", "/second-factor", Map.of()).body());
        person.submit("/second-factor", "/second-factor/confirm", Map.of("code", code(secret, step() - 1)));
        for (int i = 0; i < 5; i++) {
            assertThat(isIn(login("factor-two", "00000" + i))).isFalse();
        }

        HttpResponse<String> answer = login("factor-two", code(secret, step()));

        assertThat(isIn(answer)).isFalse();
        assertThat(answer.uri().getQuery()).isEqualTo("wait");
        dsl().execute("DELETE FROM account_factor WHERE name = 'factor-two'");
    }

    @Test
    void an_administrator_requires_it_of_a_role_and_who_has_none_can_do_nothing_else() {
        Visitor keeper = Visitor.of(server, "factor-keeper", SampleServer.PASSWORD);
        Visitor operator = Visitor.of(server, "factor-operator", SampleServer.PASSWORD);
        assertThat(operator.get("/jobs").uri().getPath()).isEqualTo("/jobs");

        keeper.submit("/accounts", "/accounts/factors", Map.of("roles", "OPERATOR"));
        try {
            assertThat(operator.get("/jobs").uri().getPath()).isEqualTo("/second-factor");
            HttpResponse<String> refused = new Caller(server, "factor-operator").get("/v1/imports");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("need a second factor");
            assertThat(keeper.get("/accounts").uri().getPath()).isEqualTo("/accounts");
        } finally {
            keeper.submit("/accounts", "/accounts/factors", Map.of());
        }
        assertThat(operator.get("/jobs").uri().getPath()).isEqualTo("/jobs");
    }
}
