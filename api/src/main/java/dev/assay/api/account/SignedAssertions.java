package dev.assay.api.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.assay.store.account.ApiClient;
import dev.assay.store.account.ApiClients;
import dev.assay.store.account.ClientKey;
import dev.assay.store.account.ClientKeys;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Programs that show who they are by a signature of their own key: {@code private_key_jwt} (OpenID Connect Core 1.0 section 9; RFC 7523 sections 2.2 and
 * 3). What is signed names the program as issuer and subject and this server as audience, ends within five minutes, and is good once.
 */
@Component
class SignedAssertions {

    /** The {@code client_assertion_type} of RFC 7523. */
    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);
    private static final int LONGEST_NAME = 190;

    private final ClientKeys keys;

    SignedAssertions(ApiClients clients) {
        this.keys = clients.keys();
    }

    /**
     * A program and the key by which it showed who it is.
     *
     * @param client the program
     * @param thumbprint the key's; null where it showed a secret
     */
    record Signer(ApiClient client, @Nullable String thumbprint) {}

    /** As what a signed text names its program, before anything of it is checked. */
    static String claimed(String assertion) {
        try {
            String subject = SignedJWT.parse(assertion).getJWTClaimsSet().getSubject();
            return subject == null ? "" : subject;
        } catch (ParseException e) {
            return "";
        }
    }

    /**
     * Checks a signed text.
     *
     * @param assertion it
     * @param audiences what it may call this server: the address of the token endpoint, or of the server
     * @param now the time
     * @return who signed; empty if anything of it does not hold, or it was shown before
     */
    Optional<Signer> check(String assertion, List<String> audiences, Instant now) {
        try {
            SignedJWT signed = SignedJWT.parse(assertion);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            String id = claims.getSubject();
            if (id == null
                    || !id.equals(claims.getIssuer())
                    || claims.getAudience().stream().noneMatch(audiences::contains)) {
                return Optional.empty();
            }
            if (claims.getExpirationTime() == null) {
                return Optional.empty();
            }
            Instant end = claims.getExpirationTime().toInstant();
            String name = claims.getJWTID();
            if (!isInTime(claims, end, now) || name == null || name.isEmpty() || name.length() > LONGEST_NAME) {
                return Optional.empty();
            }
            for (ClientKey key : keys.of(id, now)) {
                if (isSignedBy(signed, key)) {
                    return keys.take(id, name, end.plus(CLOCKS_DIFFER), now)
                            .map(client -> new Signer(client, key.thumbprint()));
                }
            }
            return Optional.empty();
        } catch (ParseException | JOSEException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isInTime(JWTClaimsSet claims, Instant end, Instant now) {
        Instant latest = now.plus(CLOCKS_DIFFER);
        return end.isAfter(now.minus(CLOCKS_DIFFER))
                && !end.isAfter(latest.plus(LONGEST_LIFE))
                && (claims.getNotBeforeTime() == null
                        || !claims.getNotBeforeTime().toInstant().isAfter(latest))
                && (claims.getIssueTime() == null
                        || !claims.getIssueTime().toInstant().isAfter(latest));
    }

    /** The algorithm has to be one of the key's own kind: the signed text has no say in that. */
    private static boolean isSignedBy(SignedJWT signed, ClientKey key) throws ParseException, JOSEException {
        JWSAlgorithm algorithm = signed.getHeader().getAlgorithm();
        JWK jwk = JWK.parse(key.jwk());
        JWSVerifier verifier = switch (jwk) {
            case ECKey ec -> new ECDSAVerifier(ec.toECPublicKey());
            case RSAKey rsa -> new RSASSAVerifier(rsa.toRSAPublicKey());
            default -> throw new IllegalStateException("The key is of no kind that is taken.");
        };
        return verifier.supportedJWSAlgorithms().contains(algorithm) && signed.verify(verifier);
    }
}
