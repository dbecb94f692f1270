package dev.assay.api;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect issuer that checks what a client must send (its secret, a code once, the proof of its key) and signs tokens with a key of its own. Whoever
 * comes is logged in there already as {@link #person}. It can be told to send what an honest issuer would not.
 */
final class TestIssuer implements AutoCloseable {

    static final String CLIENT = "assay";
    static final String SECRET = "s3cret-of-the-client-of-the-issuer";

    /** What it sends that it must not. */
    enum Fault {
        NONE,
        OTHER_STATE,
        OTHER_NONCE,
        NO_NONCE,
        OTHER_AUDIENCE,
        OTHER_ISSUER,
        EXPIRED,
        NO_SUBJECT,
        UNSIGNED,
        OTHER_KEY,
        SIGNED_WITH_SECRET,
        NO_TOKEN,
        DENIED,
        NO_ANSWER,
        OTHER_SUBJECT_OF_USER_INFO
    }

    private record Grant(Map<String, String> asked, Map<String, Object> person) {}

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final RSAKey otherKey = newKey();
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    /** The claims of who is logged in. */
    volatile Map<String, Object> person = Map.of();

    volatile Fault fault = Fault.NONE;

    /** Whether the token leaves the user's name to the user info. */
    volatile boolean namesUserElsewhere;

    volatile boolean isDown;

    /** What was asked last of the page of the login, and of that of the logout. */
    volatile Map<String, String> asked = Map.of();

    volatile Map<String, String> ended = Map.of();

    TestIssuer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(
                "/staff/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
        server.createContext("/staff/authorize", this::authorize);
        server.createContext("/staff/token", this::token);
        server.createContext(
                "/staff/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/staff/user", this::user);
        server.createContext("/staff/end", this::end);
        server.start();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String address() {
        return origin() + "/staff";
    }

    private String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "userinfo_endpoint": "%1$s/user", "end_session_endpoint": "%1$s/end", "response_types_supported": ["code"],
                 "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"], "code_challenge_methods_supported": ["S256"]}
                """.formatted(address());
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = fields(exchange.getRequestURI().getRawQuery());
        asked = query;
        if (!CLIENT.equals(query.get("client_id")) || !"S256".equals(query.get("code_challenge_method"))) {
            answer(exchange, 400, "{}");
            return;
        }
        String state = fault == Fault.OTHER_STATE ? "another" : query.getOrDefault("state", "");
        String back = query.get("redirect_uri") + "?state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        if (fault == Fault.DENIED) {
            redirect(exchange, back + "&error=access_denied");
            return;
        }
        String code = UUID.randomUUID().toString();
        grants.put(code, new Grant(query, person));
        redirect(exchange, back + "&code=" + code);
    }

    private void token(HttpExchange exchange) throws IOException {
        if (fault == Fault.NO_ANSWER) {
            exchange.close();
            return;
        }
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (grant == null || !isProof(form.getOrDefault("code_verifier", ""), grant)) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            String access = UUID.randomUUID().toString();
            grants.put(access, grant);
            String token = fault == Fault.NO_TOKEN ? "" : ", \"id_token\": \"" + idToken(grant) + "\"";
            answer(
                    exchange,
                    200,
                    "{\"access_token\": \"" + access + "\", \"token_type\": \"Bearer\", \"expires_in\": 60" + token
                            + "}");
        }
    }

    private static boolean isProof(String verifier, Grant grant) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(hash)
                    .equals(grant.asked().get("code_challenge"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String idToken(Grant grant) {
        long age = fault == Fault.EXPIRED ? 7200 : 0;
        Instant now = Instant.now().minusSeconds(age);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(fault == Fault.OTHER_ISSUER ? address() + "2" : address())
                .audience(fault == Fault.OTHER_AUDIENCE ? "another" : CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
        String nonce = grant.asked().getOrDefault("nonce", "-");
        claims.claim(
                "nonce",
                fault == Fault.NO_NONCE ? null : fault == Fault.OTHER_NONCE ? nonce.substring(1) + "x" : nonce);
        grant.person().forEach((claim, value) -> {
            if (!(namesUserElsewhere && claim.equals("preferred_username"))
                    && !(fault == Fault.NO_SUBJECT && claim.equals("sub"))) {
                claims.claim(claim, value);
            }
        });
        return signed(claims.build());
    }

    private String signed(JWTClaimsSet claims) {
        try {
            if (fault == Fault.UNSIGNED) {
                return new PlainJWT(claims).serialize();
            }
            if (fault == Fault.SIGNED_WITH_SECRET) {
                SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                token.sign(new MACSigner(SECRET));
                return token.serialize();
            }
            // The other key goes under the name of the issuer's own.
            RSAKey with = fault == Fault.OTHER_KEY ? otherKey : key;
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(with));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void user(HttpExchange exchange) throws IOException {
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Grant grant = grants.get(bearer.replace("Bearer ", ""));
        if (grant == null) {
            answer(exchange, 401, "{}");
            return;
        }
        Map<String, Object> said = new HashMap<>(grant.person());
        if (fault == Fault.OTHER_SUBJECT_OF_USER_INFO) {
            said.put("sub", "somebody-else");
        }
        answer(
                exchange,
                200,
                said.entrySet().stream()
                        .filter(claim -> claim.getValue() instanceof String)
                        .map(claim -> "\"" + claim.getKey() + "\": \"" + claim.getValue() + "\"")
                        .collect(Collectors.joining(", ", "{", "}")));
    }

    private void end(HttpExchange exchange) throws IOException {
        ended = fields(exchange.getRequestURI().getRawQuery());
        redirect(exchange, ended.getOrDefault("post_logout_redirect_uri", address()));
    }

    private static Map<String, String> fields(@Nullable String query) {
        return Stream.of((query == null ? "" : query).split("&"))
                .map(field -> List.of(field.split("=", 2)))
                .filter(field -> field.size() == 2)
                .collect(Collectors.toMap(
                        field -> field.get(0), field -> URLDecoder.decode(field.get(1), StandardCharsets.UTF_8)));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = (isDown ? "{}" : json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(isDown ? 503 : status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
