package dev.assay.core.publication;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A change of the published set, with its place in the chain. The content itself is not in the hash but by its own hash: so it can be
 * forgotten when its publication ends, and the chain still holds.
 *
 * @param chain the chain
 * @param number its number, from 1 without gaps
 * @param at when it was published, to the microsecond
 * @param operation what it does
 * @param item to which item
 * @param reason why
 * @param was hash of the content until then; null where the item comes in
 * @param contentHash hash of the content from then on; null where the item goes
 * @param previous hash of the change before; zeros for the first
 * @param hash hash of this change
 */
public record Change(
        Chain chain,
        long number,
        Instant at,
        ChangeOperation operation,
        ItemId item,
        ChangeReason reason,
        @Nullable String was,
        @Nullable String contentHash,
        String previous,
        String hash) {

    private static final String FORMAT = "assay-change-1";

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    /**
     * What a change is about, before it has its place.
     *
     * @param operation what it does
     * @param item to which item
     * @param reason why
     * @param was hash of the content until then; null where the item comes in
     * @param contentHash hash of the content from then on; null where the item goes
     */
    public record Draft(
            ChangeOperation operation,
            ItemId item,
            ChangeReason reason,
            @Nullable String was,
            @Nullable String contentHash) {

        /**
         * Checks that the hashes fit the operation.
         *
         * @throws IllegalArgumentException if one is missing, or there is one too many
         */
        public Draft {
            boolean fits = switch (operation) {
                case ADD -> was == null && contentHash != null;
                case MODIFY -> was != null && contentHash != null;
                case WITHDRAW -> was != null && contentHash == null;
            };
            if (!fits) {
                throw new IllegalArgumentException(
                        "The hashes (%s, %s) do not fit the operation (%s) on (%s).%nMaybe one is missing, or there is one too many."
                                .formatted(was, contentHash, operation.code(), item));
            }
        }
    }

    /** Cuts the instant to the microsecond. */
    public Change {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * The first or next change of a chain.
     *
     * @param after the end of the chain so far
     * @param chain the chain
     * @param draft what it is about
     * @param at when
     * @return the change, with its number and hash
     */
    public static Change next(ChainEnd after, Chain chain, Draft draft, Instant at) {
        Change open = new Change(
                chain,
                after.number() + 1,
                at,
                draft.operation(),
                draft.item(),
                draft.reason(),
                draft.was(),
                draft.contentHash(),
                after.hash(),
                "");
        return new Change(
                chain,
                open.number,
                open.at,
                open.operation,
                open.item,
                open.reason,
                open.was,
                open.contentHash,
                open.previous,
                open.computedHash());
    }

    /**
     * The hash that the change must have.
     *
     * @return 64 hexadecimal digits
     */
    public String computedHash() {
        return HexFormat.of()
                .formatHex(Sha256.ofParts(
                        Sha256.digest(),
                        FORMAT,
                        chain.code(),
                        Long.toString(number),
                        atText(),
                        operation.code(),
                        item.kind(),
                        item.key(),
                        reason.code(),
                        was == null ? "" : was,
                        contentHash == null ? "" : contentHash,
                        previous));
    }

    /**
     * When it was published, as it goes into the hash.
     *
     * @return such as {@code 2026-11-22T08:15:00.000000Z}, always with six places
     */
    public String atText() {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC).format(INSTANT);
    }

    /**
     * Where the chain ends with this change.
     *
     * @return number and hash
     */
    public ChainEnd end() {
        return new ChainEnd(number, hash);
    }
}
