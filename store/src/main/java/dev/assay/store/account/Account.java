package dev.assay.store.account;

/**
 * Someone who may log in.
 *
 * @param name the name at login
 * @param passwordHash the bcrypt hash of the password
 * @param role what the account may do
 */
public record Account(String name, String passwordHash, Role role) {

    @Override
    public String toString() {
        return "Account[" + name + ", " + role + "]";
    }
}
