package dev.assay.store.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A platform's program.
 *
 * @param id its id
 * @param title who it is
 * @param scopes what it may
 * @param madeAt when it was made
 * @param revokedAt since when it may nothing; null if it may
 * @param secrets how many of its secrets are good
 */
public record ApiClient(
        String id,
        String title,
        Set<ClientScope> scopes,
        Instant madeAt,
        @Nullable Instant revokedAt,
        int secrets) {

    /** Copies the scopes. */
    public ApiClient {
        scopes = Set.copyOf(scopes);
    }

    /**
     * Its scopes as text.
     *
     * @return their words with blanks between
     */
    public String scopeText() {
        return ClientScope.write(scopes);
    }
}
