package dev.assay.store.feed;

import org.jspecify.annotations.Nullable;

/**
 * A row in quarantine.
 *
 * @param feed the feed's id
 * @param file the file's name
 * @param line the row's line in the file, from 1
 * @param column the column at fault; null where the whole row is
 * @param value what stood there; null where nothing did
 * @param reason why it was refused, one of the closed list of reasons
 * @param message the same in words
 */
public record RefusedRow(
        String feed,
        String file,
        long line,
        @Nullable String column,
        @Nullable String value,
        String reason,
        String message) {}
