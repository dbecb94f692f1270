package dev.assay.api.access;

import dev.assay.store.account.Role;
import java.util.Set;

/** For whom a route is. */
public enum Audience {
    /** Everyone, without login. What they see there still depends on what the models make public. */
    EVERYONE,
    /** Those who receive ratings in bulk. */
    READERS(Role.PARTNER, Role.REGULATOR),
    /** Those who see to it that feeds come in and jobs run. */
    KEEPERS(Role.OPERATOR, Role.REGULATOR),
    /** The authority's own people. */
    REGULATORS(Role.REGULATOR);

    private final Set<Role> roles;

    Audience(Role... roles) {
        this.roles = Set.of(roles);
    }

    /**
     * Whether a role belongs to the audience.
     *
     * @param role the role
     * @return true if it does; every role belongs to {@link #EVERYONE}
     */
    public boolean contains(Role role) {
        return this == EVERYONE || roles.contains(role);
    }

    /**
     * The names of the roles that belong to it.
     *
     * @return them; empty for {@link #EVERYONE}
     */
    String[] roleNames() {
        return roles.stream().map(Role::name).toArray(String[]::new);
    }
}
