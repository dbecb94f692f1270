package dev.assay.store.review;

import dev.assay.core.identity.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An answer that a person gave.
 *
 * @param answer the answer's code
 * @param business the business, with the answers that name one; else null
 * @param by who decided
 * @param at when
 * @param reason why
 * @param undone how it was undone; null while it stands
 */
public record NameDecision(
        String answer,
        @Nullable Identity business,
        String by,
        Instant at,
        String reason,
        @Nullable Undone undone) {

    /**
     * How a decision was undone.
     *
     * @param by who undid it
     * @param at when
     * @param reason why
     */
    public record Undone(String by, Instant at, String reason) {}
}
