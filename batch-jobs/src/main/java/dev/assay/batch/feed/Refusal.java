package dev.assay.batch.feed;

import org.jspecify.annotations.Nullable;

/**
 * One fault of one row, for which the row is not taken.
 *
 * @param line the row's first line in the file, from 1, the header counted
 * @param column the column's name, or null where the whole row is at fault
 * @param value the value as it was found, or null where there is none to show
 * @param reason why
 */
public record Refusal(
        long line, @Nullable String column, @Nullable String value, RefusalReason reason) {

    private static final int LONGEST_SHOWN = 200;

    /**
     * A sentence that says what is wrong with the value, and on a line of its own what to do.
     *
     * @return the sentence, in English
     */
    public String message() {
        String shown = value == null ? "" : " (" + shortened(value) + ")";
        String where = column == null ? "" : " in column (" + column + ")";
        return reason.text().en() + shown + where + "." + System.lineSeparator()
                + reason.remedy().en();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
