package dev.assay.api.access;

import dev.assay.store.account.Role;
import java.util.Arrays;

/** For whom a route is. */
public enum Audience {
    /** Everyone, without login. What they see there still depends on what the models make public. */
    EVERYONE,
    /** Those who receive ratings in bulk. */
    READERS,
    /** Those who see to it that feeds come in and jobs run. */
    KEEPERS,
    /** The authority's own people. */
    REGULATORS,
    /** The authority's own people, and the programs of its own that work in the field. */
    FIELD,
    /** Those of the authority who decide what others prepared. */
    APPROVERS,
    /** Businesses with a login of their own. */
    BUSINESS,
    /** Those who keep accounts and keys. */
    ADMINISTRATORS,
    /** Everyone who works for the authority. */
    STAFF;

    /**
     * Whether a role belongs to the audience.
     *
     * @param role the role
     * @return true if it does; every role belongs to {@link #EVERYONE}
     */
    public boolean contains(Role role) {
        return switch (this) {
            case EVERYONE -> true;
            case READERS -> role == Role.PARTNER || REGULATORS.contains(role);
            case KEEPERS -> role == Role.OPERATOR || REGULATORS.contains(role);
            case FIELD -> REGULATORS.contains(role);
            case REGULATORS -> role == Role.REGULATOR || role == Role.APPROVER;
            case APPROVERS -> role == Role.APPROVER;
            case BUSINESS -> role == Role.BUSINESS;
            case ADMINISTRATORS -> role == Role.ADMINISTRATOR;
            case STAFF -> KEEPERS.contains(role) || ADMINISTRATORS.contains(role);
        };
    }

    /**
     * Whether programs belong to it that show a token with the scope of a route.
     *
     * @return true if they do
     */
    public boolean isForPrograms() {
        return this == FIELD || contains(Role.PARTNER);
    }

    /**
     * The names of the roles that belong to it.
     *
     * @return them
     */
    String[] roleNames() {
        return Arrays.stream(Role.values())
                .filter(this::contains)
                .map(Role::name)
                .toArray(String[]::new);
    }
}
