package dev.assay.batch.feed;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a file's as-at day comes from, unless the command line names it. */
public sealed interface AsAtRule {

    /**
     * The day of a file that its rule says nothing about, as of an extract that was made once.
     *
     * @return the day; null where such a file is refused
     */
    @Nullable
    LocalDate otherwise();

    /**
     * Only from the command line.
     *
     * @param otherwise the day where the command line names none, or null
     */
    record Given(@Nullable LocalDate otherwise) implements AsAtRule {}

    /**
     * From the file's name.
     *
     * @param pattern a pattern whose first group is the day, written as 2026-11-22 or 20261122
     * @param otherwise the day of a file with another name, or null
     */
    record FileName(Pattern pattern, @Nullable LocalDate otherwise) implements AsAtRule {}

    /**
     * The latest day of a column.
     *
     * @param column the column's place in {@link FeedDefinition#columns()}
     * @param days how its days are written
     * @param otherwise the day of a file without a day in that column, or null
     */
    record LatestOf(int column, DayPatterns days, @Nullable LocalDate otherwise) implements AsAtRule {}
}
