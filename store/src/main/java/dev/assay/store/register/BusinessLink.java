package dev.assay.store.register;

import dev.assay.core.identity.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That one business was merged into another.
 *
 * @param merged the business that is read with the other
 * @param mergedName its name, or null
 * @param into the business that goes on
 * @param intoName its name, or null
 * @param at when
 * @param by who decided
 * @param reason why
 * @param parted how the two were parted again; null while they are one
 */
public record BusinessLink(
        Identity merged,
        @Nullable String mergedName,
        Identity into,
        @Nullable String intoName,
        Instant at,
        String by,
        String reason,
        @Nullable Parted parted) {

    /**
     * How two businesses were parted.
     *
     * @param at when
     * @param by who decided
     * @param reason why
     */
    public record Parted(Instant at, String by, String reason) {}
}
