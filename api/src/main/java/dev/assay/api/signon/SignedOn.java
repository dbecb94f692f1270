package dev.assay.api.signon;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Somebody who signed on at the issuer, as its checked token says.
 *
 * @param issuer the issuer, as it calls itself
 * @param subject its own word for the person, which never changes
 * @param user the user's name there, which may change; empty where the issuer does not say it
 * @param acr how the person proved who he is, as one word; empty where the issuer does not say it
 * @param amr by what means
 * @param token the token, to end the sign-on with
 */
public record SignedOn(String issuer, String subject, String user, String acr, List<String> amr, OidcIdToken token)
        implements Serializable {

    /** Copies the list. */
    public SignedOn {
        amr = List.copyOf(amr);
    }

    /**
     * What a checked token says.
     *
     * @param person the person, as Spring Security read the token
     * @param settings of the sign-on
     * @return it
     */
    public static SignedOn of(OidcUser person, SignOnSettings settings) {
        OidcIdToken token = person.getIdToken();
        Object user = person.getClaims().get(settings.userClaim());
        return new SignedOn(
                Objects.requireNonNull(settings.issuer()),
                Objects.requireNonNull(token.getSubject()),
                user instanceof String name ? name.strip() : "",
                Objects.requireNonNullElse(token.getAuthenticationContextClass(), ""),
                Objects.requireNonNullElse(token.getAuthenticationMethods(), List.of()),
                token);
    }

    /** Without the token: what is printed may end in a log. */
    @Override
    public String toString() {
        return "SignedOn[" + user + " at " + issuer + "]";
    }
}
