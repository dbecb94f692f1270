package dev.assay.batch.feed;

import org.jspecify.annotations.Nullable;

/**
 * One fault of one row, for which the row is not taken.
 *
 * @param line the row's first line in the file, from 1, the header counted
 * @param column the column's name, or null where the whole row is at fault
 * @param value the value as it was found, or null where there is none to show
 * @param reason why
 * @param detail what the reason needs to be understood, such as the encoding that was expected, or null
 */
public record Refusal(
        long line,
        @Nullable String column,
        @Nullable String value,
        RefusalReason reason,
        @Nullable String detail) {

    private static final int LONGEST_SHOWN = 200;

    /**
     * A fault whose reason says enough.
     *
     * @param line the row's first line
     * @param column the column's name, or null
     * @param value the value as it was found, or null
     * @param reason why
     */
    public Refusal(long line, @Nullable String column, @Nullable String value, RefusalReason reason) {
        this(line, column, value, reason, null);
    }

    /**
     * A sentence that says what is wrong with the value, and on a line of its own what to do.
     *
     * @return the sentence, in English
     */
    public String message() {
        String shown = value == null ? "" : " (" + shortened(value) + ")";
        String where = column == null ? "" : " in column (" + column + ")";
        String why = detail == null ? "" : ": " + detail;
        return reason.text().en() + why + shown + where + "." + System.lineSeparator()
                + reason.remedy().en();
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
