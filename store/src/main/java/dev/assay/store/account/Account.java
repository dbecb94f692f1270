package dev.assay.store.account;

import org.jspecify.annotations.Nullable;

/**
 * Someone who may log in.
 *
 * @param name the name at login
 * @param passwordHash the bcrypt hash of the password
 * @param role what the account may do
 * @param businessKey the store's key of the business to which the account is bound; null unless the role is {@link Role#BUSINESS}
 */
public record Account(
        String name,
        String passwordHash,
        Role role,
        @Nullable Long businessKey) {

    /** Checks that a business's account is bound to a business, and no other is. */
    public Account {
        if ((role == Role.BUSINESS) != (businessKey != null)) {
            throw new IllegalArgumentException(
                    "The account (%s) has the role (%s) and the business (%s).%nMaybe name a business for the role BUSINESS, and for no other."
                            .formatted(name, role, businessKey));
        }
    }

    /**
     * An account that is bound to no business.
     *
     * @param name the name at login
     * @param passwordHash the bcrypt hash of the password
     * @param role what the account may do
     */
    public Account(String name, String passwordHash, Role role) {
        this(name, passwordHash, role, null);
    }

    @Override
    public String toString() {
        return "Account[" + name + ", " + role + "]";
    }
}
