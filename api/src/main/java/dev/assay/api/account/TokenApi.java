package dev.assay.api.account;

import dev.assay.api.account.ClientKeeping.Answer;
import dev.assay.api.account.ClientKeeping.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/** Where a platform's program gets a token for its secret: OAuth 2 client credentials, RFC 6749 section 4.4. */
@RestController
class TokenApi {

    private static final String BASIC = "basic ";

    private final ClientKeeping clients;

    TokenApi(ClientKeeping clients) {
        this.clients = clients;
    }

    private record Credentials(String id, String secret) {}

    @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestParam(name = "grant_type", defaultValue = "") String grant,
            @RequestParam(required = false) @Nullable String scope,
            @RequestParam(name = "client_id", required = false) @Nullable String id,
            @RequestParam(name = "client_secret", required = false) @Nullable String secret,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request) {
        if (!grant.equals("client_credentials")) {
            return refused(HttpStatus.BAD_REQUEST, grant.isEmpty() ? "invalid_request" : "unsupported_grant_type");
        }
        Optional<Credentials> given = authorization == null
                ? Optional.of(
                        new Credentials(Objects.requireNonNullElse(id, ""), Objects.requireNonNullElse(secret, "")))
                : basic(authorization);
        if (given.isEmpty()) {
            return refused(HttpStatus.UNAUTHORIZED, code(Refusal.INVALID_CLIENT));
        }
        Answer answer = clients.token(given.get().id(), given.get().secret(), scope, request.getRemoteAddr());
        if (answer.token() == null) {
            Refusal refusal = Objects.requireNonNull(answer.refusal());
            return refused(
                    refusal == Refusal.INVALID_CLIENT ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                    code(refusal));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", answer.token().text());
        body.put("token_type", "Bearer");
        body.put("expires_in", answer.token().seconds());
        body.put("scope", answer.token().scope());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    private static Optional<Credentials> basic(String header) {
        if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String plain = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            int colon = plain.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials(
                            UriUtils.decode(plain.substring(0, colon), StandardCharsets.UTF_8),
                            UriUtils.decode(plain.substring(colon + 1), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String code(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT);
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String error) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).cacheControl(CacheControl.noStore());
        if (status == HttpStatus.UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Assay\", charset=\"UTF-8\"");
        }
        return answer.body(Map.of("error", error));
    }
}
