package dev.assay.store.account;

import dev.assay.core.identity.Identity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as those see it who keep accounts.
 *
 * @param name the name at login
 * @param role what it may do
 * @param divisions the beginnings of the codes of the divisions for which it acts; empty for all
 * @param business the business to which it is bound; null for none
 * @param createdAt when it was made
 * @param lockedAt since when it may not log in; null if it may
 * @param resetUntil until when a new password can be set with a code; null if none was made
 */
public record KeptAccount(
        String name,
        Role role,
        List<String> divisions,
        @Nullable Identity business,
        Instant createdAt,
        @Nullable Instant lockedAt,
        @Nullable Instant resetUntil) {

    /** Copies the codes. */
    public KeptAccount {
        divisions = List.copyOf(divisions);
    }
}
