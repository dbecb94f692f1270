package dev.assay.store.history;

import dev.assay.core.fact.Values;
import dev.assay.core.identity.Identity;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why a version of a record does not stand.
 *
 * @param as {@code CORRECTED} by a newer version, {@code RETRACTED} because a full state lacks it, {@code OLDER} than what was here
 *     when it came, {@code HAND_CORRECTED} or {@code HAND_WITHDRAWN} by a person, {@code OVERTAKEN} by something new from the feed whose
 *     record a person had corrected, {@code UNDONE} with the answer to whose record it is
 * @param at when it ceased to stand; for one that never stood, when it was recorded
 * @param by the file that brought that about, with the row where there is one; null where nothing tells
 * @param successor the version that stands in its place or did then; null where it was retracted, or the successor is not known yet
 */
public record Closing(
        String as,
        Instant at,
        @Nullable Origin by,
        @Nullable Successor successor) {

    /**
     * What took the place of a version, as far as a difference can be seen.
     *
     * @param business the business in whose file it is, where that is another one; else null
     * @param occurredOn the day on which it happened
     * @param licence the licence that it concerns, or null
     * @param values its fields
     */
    public record Successor(
            @Nullable Identity business,
            LocalDate occurredOn,
            @Nullable String licence,
            Values values) {}
}
