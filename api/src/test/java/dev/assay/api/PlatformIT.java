package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform's program gets a token for its secret, and reads what its scopes allow. */
@WithSampleServer
class PlatformIT {

    private static final Pattern CLIENT = Pattern.compile("id=\"client\">([^<]+)<");
    private static final Pattern SECRET = Pattern.compile("id=\"secret\">([^<]+)<");

    private final SampleServer server;

    PlatformIT(SampleServer server) {
        this.server = server;
    }

    private record Program(String id, String secret) {

        static Program of(String page) {
            Matcher id = CLIENT.matcher(page);
            Matcher secret = SECRET.matcher(page);
            assertThat(id.find() && secret.find()).isTrue();
            return new Program(id.group(1), secret.group(1));
        }

        String basic() {
            return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        }
    }

    @BeforeEach
    void makeAnAdministrator() {
        server.bean("dsl", DSLContext.class).execute("""
                INSERT IGNORE INTO account (name, password_hash, role, created_at)
                SELECT 'administrator', password_hash, 'ADMINISTRATOR', created_at FROM account WHERE name = 'partner'
                """);
    }

    private Program made(String scopes) {
        return Program.of(Visitor.of(server, "administrator", SampleServer.PASSWORD)
                .submit("/clients", "/clients", Map.of("title", "Platform with " + scopes, "scopes", scopes))
                .body());
    }

    private HttpResponse<String> token(Program program, String form) {
        return Caller.anyone(server)
                .send(
                        "POST",
                        "/oauth2/token",
                        HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + form),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        program.basic());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path, String token) {
        return Caller.anyone(server).get(path, "Authorization", "Bearer " + token);
    }

    @Test
    void a_program_reads_with_a_token_what_its_scopes_allow() {
        Program program = made("ratings");
        HttpResponse<String> answer = token(program, "");
        JsonNode token = json(answer);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(token.get("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.get("expires_in").asInt()).isEqualTo(600);
        assertThat(token.get("scope").asString()).isEqualTo("ratings");
        String text = token.get("access_token").asString();
        assertThat(get("/v1/ratings?model=sample-partners", text).statusCode()).isEqualTo(200);
        assertThat(get("/v1/ratings?model=sample-internal", text).statusCode()).isEqualTo(404);
        assertThat(get("/v1/businesses/sample:S00000007/ratings/sample-partners", text)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/v1/businesses/sample:S00000007/credit-file", text).statusCode())
                .isEqualTo(403);
        assertThat(get("/v1/ratings?model=sample-partners", text).headers().firstValue("RateLimit-Limit"))
                .hasValue("6000");
    }

    @Test
    void a_program_without_the_scope_sees_what_everyone_sees() {
        String token = json(token(made("lists"), "")).get("access_token").asString();

        assertThat(get("/v1/ratings?model=sample-public", token).statusCode()).isEqualTo(403);
        assertThat(get("/v1/businesses/sample:S00000007/ratings/sample-public", token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(get("/v1/businesses/sample:S00000007/ratings/sample-partners", token)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_old_secret_stays_good_beside_a_new_one_until_the_overlap_ends_and_none_after_the_end() {
        Program first = made("ratings");
        Visitor administrator = Visitor.of(server, "administrator", SampleServer.PASSWORD);
        Program second = Program.of(administrator
                .submit("/clients", "/clients/" + first.id() + "/rotate", Map.of())
                .body());
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(token(first, "").statusCode()).isEqualTo(200);
        assertThat(token(second, "").statusCode()).isEqualTo(200);

        DSLContext dsl = server.bean("dsl", DSLContext.class);
        dsl.execute("UPDATE client_secret SET ends_at = '2026-01-01' WHERE ends_at IS NOT NULL");
        assertThat(token(first, "").statusCode()).isEqualTo(401);
        assertThat(token(second, "").statusCode()).isEqualTo(200);

        administrator.submit("/clients", "/clients/" + first.id() + "/revoke", Map.of());
        assertThat(json(token(second, "")).get("error").asString()).isEqualTo("invalid_client");
        assertThat(dsl.fetch("SELECT * FROM client_secret").toString()).doesNotContain(first.secret(), second.secret());
        assertThat(dsl.fetch("SELECT act FROM audit_entry WHERE subject = 'client:" + first.id()
                                + "' ORDER BY entry_no")
                        .getValues(0, String.class))
                .containsExactly("client-added", "client-rotated", "client-revoked");
    }

    @Test
    void what_is_asked_wrongly_is_refused_as_the_standard_says() {
        Program program = made("ratings");
        assertThat(json(token(program, "&scope=match")).get("error").asString()).isEqualTo("invalid_scope");
        assertThat(json(token(program, "&scope=nonsense")).get("error").asString())
                .isEqualTo("invalid_scope");
        HttpResponse<String> wrong = token(new Program(program.id(), "wrong"), "");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(json(Caller.anyone(server)
                                .send(
                                        "POST",
                                        "/oauth2/token",
                                        HttpRequest.BodyPublishers.ofString("grant_type=password"),
                                        "Content-Type",
                                        "application/x-www-form-urlencoded"))
                        .get("error")
                        .asString())
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void a_token_that_was_forged_or_changed_is_none() {
        String token = json(token(made("ratings"), "")).get("access_token").asString();
        String[] parts = token.split("\\.", -1);
        String changed = parts[0] + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                                .replace("\"ratings\"", "\"ratings match\"")
                                .getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
        String unsigned = Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                + "." + parts[1] + ".";

        assertThat(get("/v1/ratings?model=sample-public", token).statusCode()).isEqualTo(200);
        for (String forged : new String[] {changed, unsigned, "nonsense"}) {
            assertThat(get("/v1/ratings?model=sample-public", forged).statusCode())
                    .isEqualTo(401);
        }
    }
}
