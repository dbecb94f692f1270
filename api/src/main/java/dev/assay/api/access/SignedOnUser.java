package dev.assay.api.access;

import dev.assay.api.signon.SignedOn;
import dev.assay.store.account.Account;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** An account whose person signed on at an issuer: what it may do is the account's own, and of the issuer's token nothing but the person counts. */
final class SignedOnUser extends AccountUser implements OidcUser {

    private static final long serialVersionUID = 1;

    private final OidcIdToken token;
    private final boolean vouchedFor;

    /**
     * An account.
     *
     * @param vouchedFor whether the issuer's word on how the person proved who he is takes the place of the account's own second factor
     */
    SignedOnUser(Account account, SignedOn person, boolean vouchedFor) {
        super(account);
        this.token = person.token();
        this.vouchedFor = vouchedFor;
    }

    /** Whether no second factor is asked for here. */
    boolean isVouchedFor() {
        return vouchedFor;
    }

    @Override
    public String getName() {
        return getUsername();
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    @Override
    public Map<String, Object> getClaims() {
        return token.getClaims();
    }

    /** None is kept. */
    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    @Override
    public OidcIdToken getIdToken() {
        return token;
    }

    /** By name, as every account. */
    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
