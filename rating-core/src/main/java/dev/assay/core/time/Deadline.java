package dev.assay.core.time;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The last day for something.
 *
 * @param day the day
 * @param provisional whether it counts working days of a year of which the holidays were not announced, so that it may still move
 */
public record Deadline(LocalDate day, boolean provisional) {

    /**
     * How far off it is.
     *
     * @param today the day from which it is seen
     * @return calendar days left; 0 on the last day, less than 0 once it has passed
     */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, day);
    }

    /**
     * Whether it has passed.
     *
     * @param today the day from which it is seen
     * @return true from the day after it on
     */
    public boolean isPast(LocalDate today) {
        return today.isAfter(day);
    }
}
