package dev.assay.batch.feed;

import java.util.regex.Pattern;

/** Where a file's as-at day comes from, unless the command line names it. */
public sealed interface AsAtRule {

    /** Only from the command line. */
    record Given() implements AsAtRule {}

    /**
     * From the file's name.
     *
     * @param pattern a pattern whose first group is the day, written as 2026-11-22
     */
    record FileName(Pattern pattern) implements AsAtRule {}

    /**
     * The latest day of a column.
     *
     * @param column the column's place in {@link FeedDefinition#columns()}
     * @param days how its days are written
     */
    record LatestOf(int column, DayPatterns days) implements AsAtRule {}
}
