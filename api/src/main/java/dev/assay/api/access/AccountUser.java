package dev.assay.api.access;

import dev.assay.store.account.Account;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** An account as the security filters carry it through a request or a session. */
sealed class AccountUser extends User permits SignedOnUser {

    private static final long serialVersionUID = 1;

    private final @Nullable Long businessKey;

    @SuppressWarnings("serial") // what List.copyOf gives can be written
    private final List<String> divisions;

    private final int revision;

    AccountUser(Account account) {
        super(
                account.name(),
                account.passwordHash(),
                List.of(new SimpleGrantedAuthority("ROLE_" + account.role().name())));
        this.businessKey = account.businessKey();
        this.divisions = account.divisions();
        this.revision = account.revision();
    }

    /** The beginnings of the codes of the divisions for which the account acts; none for all. */
    List<String> divisions() {
        return divisions;
    }

    /** How often the account had been changed when it was read. */
    int revision() {
        return revision;
    }

    /** The business to which the account is bound, as it was bound; null for none. */
    @Nullable
    Long businessKey() {
        return businessKey;
    }

    /** By name, as Spring Security compares users. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccountUser user && super.equals(user);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
