package dev.assay.store.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the quarantine: a fault of a row for which it was not taken.
 *
 * @param run number of the import
 * @param feed the feed's id
 * @param file the file's name
 * @param line the row's line in the file, from 1
 * @param column the column at fault; null where the whole row is
 * @param value what stood there; null where nothing did
 * @param reason why it was refused, one of the closed list of reasons
 * @param message the same in words
 * @param closing how it was dealt with; null while it is open
 */
public record RefusedRow(
        long run,
        String feed,
        String file,
        long line,
        @Nullable String column,
        @Nullable String value,
        String reason,
        String message,
        @Nullable Closing closing) {

    /**
     * How an entry was dealt with.
     *
     * @param as {@code CORRECTED}; {@code REFUSED_AGAIN}: the corrected row has an entry of its own; or {@code LEFT_OUT} by a person
     * @param run the import that took the corrected row in or refused it again; null where it was left out
     * @param line the row's line there; null where it was left out
     * @param at when
     * @param by who left it out; null where it was corrected
     * @param why why it was left out; null where it was corrected
     */
    public record Closing(
            String as,
            @Nullable Long run,
            @Nullable Long line,
            Instant at,
            @Nullable String by,
            @Nullable String why) {}
}
