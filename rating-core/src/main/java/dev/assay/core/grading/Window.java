package dev.assay.core.grading;

import java.time.LocalDate;

/** Over which time facts count, as seen from the as-of day. */
public sealed interface Window {

    /** However long ago. */
    Window ALWAYS = new Always();

    /** However long ago. */
    record Always() implements Window {}

    /**
     * A fact counts up to and including the day that many months after it happened.
     *
     * @param months how many, at least 1; from the 31st to a shorter month it is the last day of that month
     */
    record Months(int months) implements Window {}

    /**
     * A fact counts up to and including the day that many days after it happened.
     *
     * @param days how many, at least 1
     */
    record Days(int days) implements Window {}

    /**
     * A fact counts in the calendar year in which it happened, or in one after it.
     *
     * @param back how many years after it, 0 for the same
     */
    record CalendarYear(int back) implements Window {}

    /**
     * A fact counts if it happened on a day or after it.
     *
     * @param first the first day
     */
    record Since(LocalDate first) implements Window {}

    /**
     * A fact counts if it happened after the newest of other facts; where there is none of those, it counts.
     *
     * @param anchor the other facts, such as inspections; itself not in a window of this kind
     */
    record SinceNewest(FactQuery anchor) implements Window {}

    /**
     * A fact counts if it happened on the day of the newest of other facts; where there is none of those, it does not.
     *
     * @param anchor the other facts, such as scored inspections; itself not in a window of this kind
     */
    record OnNewest(FactQuery anchor) implements Window {}
}
