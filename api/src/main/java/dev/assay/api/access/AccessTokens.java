package dev.assay.api.access;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import dev.assay.api.AuthorityClock;
import dev.assay.store.account.ApiClient;
import dev.assay.store.account.ClientScope;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.stereotype.Component;

/**
 * The short-lived tokens of programs: JWTs, signed with HMAC-SHA-256. Without a key in the settings each start makes its own, and a
 * restart ends the tokens of before; several servers side by side need the same key.
 */
@Component
public class AccessTokens {

    /** The claim with the scopes. */
    static final String SCOPE = "scope";

    /** The claim with the divisions of a program of the authority. */
    private static final String DIVISIONS = "divisions";

    private static final String ISSUER = "assay";
    private static final int KEY_BYTES = 32;

    private final Duration life;
    private final AuthorityClock clock;
    private final JwtEncoder encoder;
    private final JwtDecoder decoder;

    AccessTokens(AccessSettings settings, AuthorityClock clock) {
        this.life = settings.token();
        this.clock = clock;
        SecretKey key = key(settings.tokenKey());
        this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
        NimbusJwtDecoder nimbus = NimbusJwtDecoder.withSecretKey(key)
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
        nimbus.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
        this.decoder = nimbus;
    }

    /**
     * A token.
     *
     * @param text it
     * @param seconds how long it is good
     * @param scope its scopes, with blanks between
     * @param type how it is to be shown: {@code Bearer}, or {@code DPoP} with a proof of the key that it is bound to (RFC 9449)
     */
    public record Token(String text, long seconds, String scope, String type) {

        /** Without the token: what is printed may end in a log. */
        @Override
        public String toString() {
            return "Token[" + scope + "]";
        }
    }

    /**
     * Makes a token.
     *
     * @param client for whom
     * @param scopes what it allows
     * @param key the thumbprint of the key without which it is good for nothing (RFC 9449, section 6.1); null for whoever has it
     * @return the token
     */
    public Token make(ApiClient client, Set<ClientScope> scopes, @Nullable String key) {
        Instant now = clock.now();
        String scope = ClientScope.write(scopes);
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(client.id())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim(SCOPE, scope)
                .claim(DIVISIONS, String.join(" ", client.divisions()));
        if (key != null) {
            claims.claim("cnf", Map.of("jkt", key));
        }
        JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
        return new Token(
                encoder.encode(JwtEncoderParameters.from(header, claims.build()))
                        .getTokenValue(),
                life.toSeconds(),
                scope,
                key == null ? "Bearer" : "DPoP");
    }

    /** The beginnings of the codes of the divisions to which a program of the authority is kept; none for a platform's. */
    static List<String> divisions(Jwt token) {
        return Stream.of(Objects.requireNonNullElse(token.getClaimAsString(DIVISIONS), "")
                        .split(" ", -1))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    JwtDecoder decoder() {
        return decoder;
    }

    private static SecretKey key(@Nullable String text) {
        byte[] bytes = new byte[KEY_BYTES];
        if (text == null) {
            new SecureRandom().nextBytes(bytes);
        } else {
            try {
                bytes = Base64.getDecoder().decode(text);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "The setting assay.access.token-key is not Base64.%nMaybe make it with: openssl rand -base64 32"
                                .formatted(),
                        e);
            }
            if (bytes.length < KEY_BYTES) {
                throw new IllegalArgumentException(
                        "The setting assay.access.token-key has %d bytes and needs %d.%nMaybe make it with: openssl rand -base64 32"
                                .formatted(bytes.length, KEY_BYTES));
            }
        }
        return new SecretKeySpec(bytes, "HmacSHA256");
    }
}
