package dev.assay.api.account;

import dev.assay.api.account.ClientKeeping.Answer;
import dev.assay.api.account.ClientKeeping.Refusal;
import dev.assay.api.account.ClientKeeping.Wish;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;

/**
 * Where a platform's program gets a token: OAuth 2 client credentials, RFC 6749 section 4.4, for its secret, or for a signature of its key (RFC 7523).
 */
@RestController
class TokenApi {

    private static final String BASIC = "basic ";

    private static final String PATH = "/oauth2/token";

    private final ClientKeeping clients;
    private final KeyProofs proofs;

    TokenApi(ClientKeeping clients, KeyProofs proofs) {
        this.clients = clients;
        this.proofs = proofs;
    }

    private record Credentials(String id, String secret) {}

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = "DPoP", required = false) @Nullable String proof,
            HttpServletRequest request) {
        String grant = given(form, "grant_type");
        if (!grant.equals("client_credentials")) {
            return refused(HttpStatus.BAD_REQUEST, grant.isEmpty() ? "invalid_request" : "unsupported_grant_type");
        }
        String here = request.getRequestURL().toString();
        Optional<String> key = proof == null ? Optional.empty() : proofs.keyOf(proof, here);
        if (proof != null && key.isEmpty()) {
            return refused(HttpStatus.BAD_REQUEST, code(Refusal.INVALID_DPOP_PROOF));
        }
        Wish wish = new Wish(form.getFirst("scope"), key.orElse(null), request.getRemoteAddr());
        String assertion = form.getFirst("client_assertion");
        if (assertion == null) {
            return (authorization == null
                            ? Optional.of(new Credentials(given(form, "client_id"), given(form, "client_secret")))
                            : basic(authorization))
                    .map(shown -> answer(clients.token(shown.id(), shown.secret(), wish)))
                    .orElseGet(() -> refused(HttpStatus.UNAUTHORIZED, code(Refusal.INVALID_CLIENT)));
        }
        boolean alone = authorization == null && form.getFirst("client_secret") == null;
        if (!alone || !given(form, "client_assertion_type").equals(SignedAssertions.TYPE)) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_request");
        }
        List<String> audiences = List.of(here, here.substring(0, here.length() - PATH.length()));
        return answer(clients.token(assertion, audiences, wish));
    }

    private static String given(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }

    private static ResponseEntity<Map<String, Object>> answer(Answer answer) {
        if (answer.token() == null) {
            Refusal refusal = Objects.requireNonNull(answer.refusal());
            return refused(
                    refusal == Refusal.INVALID_CLIENT ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST,
                    code(refusal));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("access_token", answer.token().text());
        body.put("token_type", answer.token().type());
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
