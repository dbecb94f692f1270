package dev.assay.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A platform's program signs with its own key: to get a token, and each request that it makes with it. */
@WithSampleServer
class PlatformKeyIT {

    private static final Pattern CLIENT = Pattern.compile("id=\"client\">([^<]+)<");
    private static final String RATINGS = "/v1/ratings?model=sample-partners";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final SampleServer server;

    PlatformKeyIT(SampleServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeAnAdministrator() {
        dsl().execute("""
                INSERT IGNORE INTO account (name, password_hash, role, created_at)
                SELECT 'administrator', password_hash, 'ADMINISTRATOR', created_at FROM account WHERE name = 'partner'
                """);
    }

    private DSLContext dsl() {
        return server.bean("dsl", DSLContext.class);
    }

    private HttpResponse<String> submit(String address, Map<String, String> form) {
        return Visitor.of(server, "administrator", SampleServer.PASSWORD).submit("/clients", address, form);
    }

    private String made(String key) {
        Matcher id = CLIENT.matcher(submit("/clients", Map.of("title", "Bank", "scopes", "ratings", "key", key))
                .body());
        assertThat(id.find()).isTrue();
        return id.group(1);
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(ECKey key) throws JOSEException {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(key.toECPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private JWTClaimsSet.Builder claims(String id) {
        return new JWTClaimsSet.Builder()
                .issuer(id)
                .subject(id)
                .audience(server.address("/oauth2/token"))
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims, ECKey key) {
        return signed(new JWSHeader(JWSAlgorithm.ES256), claims, key);
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, ECKey key) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> token(String assertion, String... headers) {
        String form = "grant_type=client_credentials&client_assertion_type="
                + URLEncoder.encode(TYPE, StandardCharsets.UTF_8) + "&client_assertion=" + assertion;
        return Caller.anyone(server)
                .send(
                        "POST",
                        "/oauth2/token",
                        HttpRequest.BodyPublishers.ofString(form),
                        Stream.concat(
                                        Stream.of("Content-Type", "application/x-www-form-urlencoded"),
                                        Arrays.stream(headers))
                                .toArray(String[]::new));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return new JsonMapper().readTree(answer.body());
    }

    private static JWTClaimsSet.Builder proven(String method, String address) {
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", address)
                .issueTime(Date.from(Instant.now()));
    }

    private static String proof(ECKey key, JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("dpop+jwt"))
                        .jwk(key.toPublicJWK())
                        .build(),
                claims,
                key);
    }

    private static String digest(String token) {
        try {
            return Base64URL.encode(
                            MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)))
                    .toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String proof(ECKey key, String token) {
        return proof(
                key,
                proven("GET", server.address("/v1/ratings"))
                        .claim("ath", digest(token))
                        .build());
    }

    private int get(String token, String proof) {
        return Caller.anyone(server)
                .get(RATINGS, "Authorization", "DPoP " + token, "DPoP", proof)
                .statusCode();
    }

    @Test
    void a_program_with_a_key_signs_for_its_token_and_for_each_request() throws JOSEException {
        ECKey key = key();
        JsonNode token = json(token(signed(claims(made(pem(key))).build(), key)));

        assertThat(token.get("token_type").asString()).isEqualTo("DPoP");
        String text = token.get("access_token").asString();
        String proof = proof(key, text);
        assertThat(get(text, proof)).isEqualTo(200);
        assertThat(get(text, proof)).as("the same proof again").isEqualTo(401);
        assertThat(get(text, proof(key, text))).as("a proof of its own").isEqualTo(200);
        assertThat(get(text, proof(key(), text))).as("another key").isEqualTo(401);
        assertThat(get(text, proof(key, text + "x"))).as("for another token").isEqualTo(401);
        assertThat(get(
                        text,
                        proof(
                                key,
                                proven("POST", server.address("/v1/ratings"))
                                        .claim("ath", digest(text))
                                        .build())))
                .as("for another method")
                .isEqualTo(401);
        assertThat(get(
                        text,
                        proof(
                                key,
                                proven("GET", server.address("/v1/changes"))
                                        .claim("ath", digest(text))
                                        .build())))
                .as("for another address")
                .isEqualTo(401);
        assertThat(Caller.anyone(server)
                        .get(RATINGS, "Authorization", "Bearer " + text)
                        .statusCode())
                .as("whoever has the token alone")
                .isEqualTo(401);
    }

    @Test
    void what_was_signed_is_good_once_and_for_this_server_and_this_program_alone() throws JOSEException {
        ECKey key = key();
        String id = made(key.toPublicJWK().toJSONString());
        String once = signed(claims(id).build(), key);
        SignedJWT mac =
                new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims(id).build());
        mac.sign(new MACSigner(pem(key)));

        assertThat(token(once).statusCode()).isEqualTo(200);
        assertThat(json(token(once)).get("error").asString()).isEqualTo("invalid_client");
        assertThat(token(signed(claims(id).audience(server.address("")).build(), key))
                        .statusCode())
                .as("the server's own address")
                .isEqualTo(200);
        for (String refused : List.of(
                signed(claims(id).build(), key()),
                signed(
                        claims(id)
                                .audience("https://elsewhere.example/oauth2/token")
                                .build(),
                        key),
                signed(claims(id).issuer("somebody").build(), key),
                signed(claims("nobody").build(), key),
                signed(claims(id).jwtID(null).build(), key),
                signed(claims(id).expirationTime(null).build(), key),
                signed(
                        claims(id)
                                .expirationTime(Date.from(Instant.now().minus(Duration.ofMinutes(2))))
                                .build(),
                        key),
                signed(
                        claims(id)
                                .expirationTime(Date.from(Instant.now().plus(Duration.ofHours(1))))
                                .build(),
                        key),
                signed(
                        claims(id)
                                .notBeforeTime(Date.from(Instant.now().plus(Duration.ofMinutes(3))))
                                .build(),
                        key),
                mac.serialize(),
                "nonsense")) {
            assertThat(token(refused).statusCode()).isIn(400, 401);
            // Wrong tries cost time, which would hide why the next one is refused.
            token(signed(claims(id).build(), key));
        }
        assertThat(token(signed(claims(id).build(), key)).statusCode()).isEqualTo(200);
    }

    @Test
    void an_old_key_stays_good_beside_a_new_one_until_the_overlap_ends_and_none_after_the_end() {
        ECKey first = key();
        ECKey second = key();
        String id = made(first.toPublicJWK().toJSONString());
        submit("/clients/" + id + "/key", Map.of("key", second.toPublicJWK().toJSONString()));
        assertThat(token(signed(claims(id).build(), first)).statusCode()).isEqualTo(200);
        assertThat(token(signed(claims(id).build(), second)).statusCode()).isEqualTo(200);

        dsl().execute("UPDATE client_key SET ends_at = '2026-01-01' WHERE ends_at IS NOT NULL AND client_id = ?", id);
        assertThat(token(signed(claims(id).build(), first)).statusCode()).isEqualTo(401);
        assertThat(token(signed(claims(id).build(), second)).statusCode()).isEqualTo(200);

        submit("/clients/" + id + "/revoke", Map.of());
        assertThat(token(signed(claims(id).build(), second)).statusCode()).isEqualTo(401);
        assertThat(dsl().fetch("SELECT act FROM audit_entry WHERE subject = 'client:" + id + "' ORDER BY entry_no")
                        .getValues(0, String.class))
                .containsExactly("client-added", "client-key-changed", "client-revoked");
    }

    @Test
    void a_key_that_is_private_weak_or_none_is_not_taken_and_not_kept() throws JOSEException {
        ECKey key = key();
        RSAKey weak = new RSAKeyGenerator(1024, true).generate();
        Map<String, String> refused = Map.of(
                key.toJSONString(),
                "this is the private key",
                weak.toPublicJWK().toJSONString(),
                "RSA key of 2048 bits or more",
                "ssh-rsa AAAA",
                "neither PEM (BEGIN PUBLIC KEY)");
        refused.forEach((given, word) -> {
            String page = submit("/clients", Map.of("title", "Bank", "scopes", "ratings", "key", given))
                    .body();
            assertThat(page).contains(word);
        });
        assertThat(dsl().fetch("SELECT * FROM client_key").toString())
                .doesNotContain(key.computeThumbprint().toString(), "\"d\"");
    }

    @Test
    void a_token_for_a_secret_is_bound_to_the_key_of_the_proof_that_came_with_its_request() throws Exception {
        Matcher shown = Pattern.compile("id=\"client\">([^<]+)<.*id=\"secret\">([^<]+)<", Pattern.DOTALL)
                .matcher(submit("/clients", Map.of("title", "Bank", "scopes", "ratings"))
                        .body());
        assertThat(shown.find()).isTrue();
        ECKey key = key();
        String basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString((shown.group(1) + ":" + shown.group(2)).getBytes(StandardCharsets.UTF_8));
        String proof =
                proof(key, proven("POST", server.address("/oauth2/token")).build());
        HttpResponse<String> answer = Caller.anyone(server)
                .send(
                        "POST",
                        "/oauth2/token",
                        HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"),
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        basic,
                        "DPoP",
                        proof);
        String token = json(answer).get("access_token").asString();

        assertThat(json(answer).get("token_type").asString()).isEqualTo("DPoP");
        assertThat(get(token, proof(key, token))).isEqualTo(200);
        assertThat(get(token, proof(key(), token))).isEqualTo(401);
        assertThat(json(token(signed(claims("any").build(), key), "DPoP", proof))
                        .get("error")
                        .asString())
                .as("a proof that was shown before")
                .isEqualTo("invalid_dpop_proof");
    }
}
