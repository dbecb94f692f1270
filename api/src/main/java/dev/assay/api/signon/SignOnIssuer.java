package dev.assay.api.signon;

import dev.assay.api.AuthorityClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;

/**
 * The issuer at which people sign on. What it says of itself is asked for at the first sign-on and again when it is an hour old, so that the server
 * starts, and goes on with what it knows, while the issuer is down.
 */
@Component
public final class SignOnIssuer implements ClientRegistrationRepository {

    /** As what the issuer goes in addresses. */
    public static final String ID = "authority";

    /** Where the issuer sends people back to, below the server's own address. */
    public static final String RETURN = "/sign-on/return";

    private static final Logger LOG = LoggerFactory.getLogger(SignOnIssuer.class);
    private static final Duration FRESH = Duration.ofHours(1);

    /** Who comes while the issuer is down waits for one answer, not each for an own. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final List<String> ENDPOINTS = List.of(
            "authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint");
    private static final Set<String> MAY_LACK = Set.of("userinfo_endpoint", "end_session_endpoint");

    private final SignOnSettings settings;
    private final IssuerCalls calls;
    private final AuthorityClock clock;
    private @Nullable ClientRegistration known;
    private Instant askAgain = Instant.MIN;

    SignOnIssuer(SignOnSettings settings, IssuerCalls calls, AuthorityClock clock) {
        this.settings = settings;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What the settings say of it.
     *
     * @return them
     */
    public SignOnSettings settings() {
        return settings;
    }

    /**
     * The issuer, as it describes itself.
     *
     * @param id {@link #ID}
     * @return it; null for another id, or without a sign-on
     * @throws IssuerDownException if it does not answer, or not as an issuer must
     */
    @Override
    public synchronized @Nullable ClientRegistration findByRegistrationId(String id) {
        if (!settings.isOn() || !id.equals(ID)) {
            return null;
        }
        Instant now = clock.now();
        if (now.isBefore(askAgain)) {
            return Optional.ofNullable(known)
                    .orElseThrow(() -> new IssuerDownException("The issuer could not be used a moment ago."));
        }
        try {
            known = ask();
            askAgain = now.plus(FRESH);
        } catch (RuntimeException e) {
            askAgain = now.plus(PAUSE);
            LOG.warn("The issuer of the sign-on ({}) cannot be used now: {}", settings.issuer(), e.getMessage());
            if (known == null) {
                throw new IssuerDownException("The issuer (%s) cannot be used.".formatted(settings.issuer()));
            }
        }
        return known;
    }

    /**
     * Where the issuer ends a sign-on, if that is known and it offers it.
     *
     * @return scheme, host and port; empty without
     */
    public synchronized Optional<String> endOrigin() {
        ClientRegistration registration = known;
        return Optional.ofNullable(registration)
                .map(it -> it.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint"))
                .map(end -> URI.create(end.toString()))
                .map(end -> end.getScheme() + "://" + end.getRawAuthority());
    }

    private ClientRegistration ask() {
        String issuer = Objects.requireNonNull(settings.issuer());
        String address = issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration";
        Map<String, Object> said = calls.read(URI.create(address));
        require(issuer.equals(said.get("issuer")), "issuer", said.get("issuer"), "the issuer of the settings");
        for (String endpoint : ENDPOINTS) {
            requireProtected(endpoint, said.get(endpoint));
        }
        Set<String> scopes = new LinkedHashSet<>(Set.of(OidcScopes.OPENID));
        scopes.addAll(settings.scopes());
        return ClientRegistrations.fromOidcConfiguration(said)
                .registrationId(ID)
                .clientId(Objects.requireNonNull(settings.clientId()))
                .clientSecret(settings.secret())
                .redirectUri("{baseUrl}" + RETURN)
                .scope(scopes)
                .build();
    }

    private static void requireProtected(String endpoint, @Nullable Object address) {
        boolean good = address == null
                ? MAY_LACK.contains(endpoint)
                : SignOnSettings.isProtected(URI.create(address.toString()));
        require(good, endpoint, address, "an https address");
    }

    private static void require(boolean good, String field, @Nullable Object value, String wanted) {
        if (!good) {
            throw new IllegalStateException("It says (%s) of its %s, which is not %s.".formatted(value, field, wanted));
        }
    }
}
