package dev.assay.store.intake;

import org.jspecify.annotations.Nullable;

/**
 * A fault for which a row is not taken.
 *
 * @param line the row's first line
 * @param column the column, or null where the whole row is at fault
 * @param value the value as found, or null
 * @param reason the code of the reason
 * @param message the sentence for people
 */
public record QuarantineEntry(
        long line, @Nullable String column, @Nullable String value, String reason, String message) {}
