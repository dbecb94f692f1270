package dev.assay.store.quality;

/**
 * What a feed delivered in a month of facts of one kind about businesses of one division.
 *
 * @param feed the feed's id
 * @param month the month of the delivery, such as {@code 2026-11}
 * @param division the division's code; empty where none is known
 * @param kind the kind of fact
 * @param facts how many facts, at least 1; a corrected one counts each time
 * @param filled how many of their fields have a value
 * @param lateDays the sum of the days from when they happened to when they were recorded
 * @param latestDays the most of these days
 * @param inFuture how many are said to have happened after the day on which they were recorded
 * @param ancient how many are said to have happened before 1949-10-01
 */
public record QualityLine(
        String feed,
        String month,
        String division,
        String kind,
        long facts,
        long filled,
        long lateDays,
        int latestDays,
        long inFuture,
        long ancient) {}
