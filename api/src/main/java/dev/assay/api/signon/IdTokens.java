package dev.assay.api.signon;

import dev.assay.api.AuthorityClock;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Checks the issuer's tokens: signed with a key of its own and an algorithm that it names, by it, for this server, and not too old. An algorithm
 * without a key pair, and none at all, is never taken.
 */
@Component
final class IdTokens implements JwtDecoderFactory<ClientRegistration> {

    private final IssuerCalls calls;
    private final Clock clock;
    private @Nullable ClientRegistration checked;
    private @Nullable JwtDecoder decoder;

    IdTokens(IssuerCalls calls, AuthorityClock clock) {
        this.calls = calls;
        this.clock = clock.source().withZone(ZoneOffset.UTC);
    }

    /** One for as long as the issuer describes itself alike: it keeps the issuer's keys, and asks for them anew when it meets an unknown one. */
    @Override
    public synchronized JwtDecoder createDecoder(ClientRegistration registration) {
        JwtDecoder current = decoder;
        if (current == null || checked != registration) {
            current = make(registration);
            decoder = current;
            checked = registration;
        }
        return current;
    }

    private JwtDecoder make(ClientRegistration registration) {
        ClientRegistration.ProviderDetails issuer = registration.getProviderDetails();
        NimbusJwtDecoder made = NimbusJwtDecoder.withJwkSetUri(Objects.requireNonNull(issuer.getJwkSetUri()))
                .jwsAlgorithms(algorithms -> {
                    algorithms.clear();
                    algorithms.addAll(
                            algorithms(issuer.getConfigurationMetadata().get("id_token_signing_alg_values_supported")));
                })
                .restOperations(calls.plain())
                .build();
        JwtTimestampValidator times = new JwtTimestampValidator();
        times.setClock(clock);
        OidcIdTokenValidator claims = new OidcIdTokenValidator(registration);
        claims.setClock(clock);
        made.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, claims));
        made.setClaimSetConverter(new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        return made;
    }

    /** Those of key pairs that it names; RS256, which every issuer must know, where it names none. */
    private static Set<SignatureAlgorithm> algorithms(@Nullable Object named) {
        Set<SignatureAlgorithm> algorithms = EnumSet.noneOf(SignatureAlgorithm.class);
        if (named instanceof Collection<?> names) {
            for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
                if (names.contains(algorithm.getName())) {
                    algorithms.add(algorithm);
                }
            }
        }
        return algorithms.isEmpty() ? EnumSet.of(SignatureAlgorithm.RS256) : algorithms;
    }
}
