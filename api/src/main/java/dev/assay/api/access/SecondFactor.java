package dev.assay.api.access;

import dev.assay.store.account.Role;

/** The second factor of accounts, as the login asks for it. */
public interface SecondFactor {

    /**
     * Whether an account has one.
     *
     * @param account the account
     * @return true if its login needs a code
     */
    boolean isSet(String account);

    /**
     * Takes a code; none is good twice.
     *
     * @param account the account
     * @param code what was typed: the device's code, or a recovery code
     * @return true if it is the account's
     */
    boolean accepts(String account, String code);

    /**
     * Whether accounts of a role must have one.
     *
     * @param role the role
     * @return true if an administrator has required it
     */
    boolean isRequired(Role role);
}
