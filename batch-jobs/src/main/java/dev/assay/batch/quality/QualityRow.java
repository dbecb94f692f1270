package dev.assay.batch.quality;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a feed delivered in a month, all told or of one division.
 *
 * @param feed the feed's id
 * @param month the month of the delivery, such as {@code 2026-11}
 * @param division the division's code; empty where none is known; null for all divisions
 * @param files how many files were taken in; 0 for a division, because a file is not of one
 * @param failed how many files were refused as a whole; 0 for a division
 * @param read source rows read; 0 for a division
 * @param repeated rows that told nothing new; 0 for a division
 * @param refused rows in quarantine; 0 for a division
 * @param facts how many facts came
 * @param completeness the share of the fields of the feed's rules that have a value, 0 to 1, to 4 places; null where nothing came or the
 *     feed is no longer defined
 * @param lateDays the mean of the days from when something happened to when it was recorded, to 1 place; null where nothing came
 * @param latestDays the most of these days
 * @param impossible how many facts are said to have happened after the day on which they were recorded, or before 1949-10-01
 */
public record QualityRow(
        String feed,
        String month,
        @Nullable String division,
        long files,
        long failed,
        long read,
        long repeated,
        long refused,
        long facts,
        @Nullable BigDecimal completeness,
        @Nullable BigDecimal lateDays,
        int latestDays,
        long impossible) {}
