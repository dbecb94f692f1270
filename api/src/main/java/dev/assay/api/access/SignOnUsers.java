package dev.assay.api.access;

import dev.assay.api.signon.SignOnAccounts;
import dev.assay.api.signon.SignOnSettings;
import dev.assay.api.signon.SignedOn;
import dev.assay.store.account.Account;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes of somebody whose token was checked the account's user, unless a second factor has to be shown first. */
final class SignOnUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final OAuth2UserService<OidcUserRequest, OidcUser> claims;
    private final SignOnSettings settings;
    private final SignOnAccounts accounts;
    private final SecondFactor factors;

    SignOnUsers(
            OAuth2UserService<OidcUserRequest, OidcUser> claims,
            SignOnSettings settings,
            SignOnAccounts accounts,
            SecondFactor factors) {
        this.claims = claims;
        this.settings = settings;
        this.accounts = accounts;
        this.factors = factors;
    }

    /** The account's own second factor is missing. */
    static final class CodeNeededException extends AuthenticationException {

        private static final long serialVersionUID = 1;

        private final SignedOn person;
        private final String account;

        CodeNeededException(SignedOn person, String account) {
            super("The second factor of (%s) is needed.".formatted(account));
            this.person = person;
            this.account = account;
        }

        SignedOn person() {
            return person;
        }

        String account() {
            return account;
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        SignedOn person = SignedOn.of(claims.loadUser(request), settings);
        Account account = accounts.check(person);
        if (!settings.issuerVouches() && factors.isSet(account.name())) {
            throw new CodeNeededException(person, account.name());
        }
        return enter(person);
    }

    /** Lets somebody in who has shown all that is asked for. */
    SignedOnUser enter(SignedOn person) {
        return new SignedOnUser(accounts.enter(person), person, settings.issuerVouches());
    }
}
