package dev.assay.core.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are working days: Monday to Friday, but for the holidays and the shifted weekends of the years that were announced. China's
 * State Council announces them year by year.
 *
 * @param closed days from Monday to Friday on which nobody works
 * @param open Saturdays and Sundays on which people work, because a holiday was moved
 * @param announced the years of which the holidays are known
 */
public record WorkingDays(Set<LocalDate> closed, Set<LocalDate> open, Set<Integer> announced) {

    /** Monday to Friday, without public holidays: a deadline that spans one really ends later. */
    public static final WorkingDays WEEKDAYS = new WorkingDays(Set.of(), Set.of(), Set.of());

    /** Copies the sets. */
    public WorkingDays {
        closed = Set.copyOf(closed);
        open = Set.copyOf(open);
        announced = Set.copyOf(announced);
    }

    /**
     * Whether a day is a working day.
     *
     * @param day the day
     * @return true if it is
     */
    public boolean contains(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? open.contains(day) : !closed.contains(day);
    }

    /**
     * The last day of a term.
     *
     * @param from the day of the event, which does not count
     * @param days the working days of the term, at least 1
     * @return the last of them
     */
    public LocalDate after(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (contains(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * Whether the holidays of every year that a span touches were announced.
     *
     * @param from its first day
     * @param to its last
     * @return false if a count of working days through it may still change
     */
    public boolean isAnnounced(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!announced.contains(year)) {
                return false;
            }
        }
        return true;
    }
}
