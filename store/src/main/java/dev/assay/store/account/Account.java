package dev.assay.store.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may log in.
 *
 * @param name the name at login
 * @param passwordHash the bcrypt hash of the password; empty where none is set
 * @param role what the account may do
 * @param businessKey the store's key of the business to which the account is bound; null unless the role is {@link Role#BUSINESS}
 * @param divisions the beginnings of the codes of the divisions for which it acts; empty for all
 * @param locked whether it may not log in
 * @param revision how often it was changed
 */
public record Account(
        String name,
        String passwordHash,
        Role role,
        @Nullable Long businessKey,
        List<String> divisions,
        boolean locked,
        int revision) {

    /** Checks that a business's account is bound to a business, and no other is. */
    public Account {
        divisions = List.copyOf(divisions);
        if ((role == Role.BUSINESS) != (businessKey != null)) {
            throw new IllegalArgumentException(
                    "The account (%s) has the role (%s) and the business (%s).%nMaybe name a business for the role BUSINESS, and for no other."
                            .formatted(name, role, businessKey));
        }
    }

    /**
     * A new account that is bound to no business and acts for every division.
     *
     * @param name the name at login
     * @param passwordHash the bcrypt hash of the password
     * @param role what the account may do
     */
    public Account(String name, String passwordHash, Role role) {
        this(name, passwordHash, role, null, List.of(), false, 0);
    }

    @Override
    public String toString() {
        return "Account[" + name + ", " + role + "]";
    }
}
