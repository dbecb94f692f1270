package dev.assay.core.time;

import dev.assay.core.grading.Basis;
import java.time.LocalDate;

/**
 * A term that a rule sets. The day of the event from which it runs does not count (Administrative Penalty Law art. 85 makes its days of five,
 * seven and so on working days; which unit a term has is written with each).
 *
 * @param length how long, in the unit, at least 1
 * @param unit the unit
 * @param basis the legal ground
 */
public record LegalTerm(int length, Unit unit, Basis basis) {

    /** What a term counts. */
    public enum Unit {
        /** Working days 工作日. */
        WORKING_DAYS,
        /** Calendar days 日. */
        DAYS,
        /** Months; a term ends on the day of the same number, or on the last of a month that has none. */
        MONTHS,
        /** Years; a term ends on the same day of the year, 28 February for a 29 February that is not there. */
        YEARS
    }

    /**
     * Checks the length.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public LegalTerm {
        if (length < 1) {
            throw new IllegalArgumentException(
                    "A term of (%d) is none.%nMaybe write a length of at least 1.".formatted(length));
        }
    }

    /**
     * The last day of the term.
     *
     * @param event the day of the event from which it runs
     * @param calendar which days are working days
     * @return the last day, and whether the calendar may still move it
     */
    public Deadline after(LocalDate event, WorkingDays calendar) {
        return switch (unit) {
            case WORKING_DAYS -> {
                LocalDate last = calendar.after(event, length);
                yield new Deadline(last, !calendar.isAnnounced(event.plusDays(1), last));
            }
            case DAYS -> new Deadline(event.plusDays(length), false);
            case MONTHS -> new Deadline(event.plusMonths(length), false);
            case YEARS -> new Deadline(event.plusYears(length), false);
        };
    }
}
