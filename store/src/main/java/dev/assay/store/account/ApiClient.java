package dev.assay.store.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program of a platform, or of the authority itself.
 *
 * @param id its id
 * @param title who it is
 * @param scopes what it may
 * @param divisions of a program of the authority the beginnings of the codes of the divisions to which it is kept; empty for a platform's
 * @param madeAt when it was made
 * @param revokedAt since when it may nothing; null if it may
 * @param secrets how many of its secrets are good
 */
public record ApiClient(
        String id,
        String title,
        Set<ClientScope> scopes,
        List<String> divisions,
        Instant madeAt,
        @Nullable Instant revokedAt,
        int secrets) {

    /** Copies the scopes and the divisions. */
    public ApiClient {
        divisions = List.copyOf(divisions);
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
