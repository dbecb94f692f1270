package dev.assay.core.area;

import dev.assay.core.grading.Basis;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How many people live in divisions, as counted on days.
 *
 * @param counts the counts
 */
public record Inhabitants(List<Count> counts) {

    private static final int DIGITS = 6;

    /** Copies the list. */
    public Inhabitants {
        counts = List.copyOf(counts);
    }

    /**
     * A count.
     *
     * @param division the division's code of six digits
     * @param on the day for which it was counted
     * @param number how many, above zero
     * @param basis who counted
     */
    public record Count(String division, LocalDate on, long number, Basis basis) {}

    /**
     * The newest count of an area by a day. An area without a count of its own has none: a sum of what happens to be known of its parts could
     * lack some.
     *
     * @param area the beginning of its codes, such as 3206; its own code is that with noughts
     * @param day the day
     * @return the count, or empty
     */
    public Optional<Count> find(String area, LocalDate day) {
        String code = area + "0".repeat(Math.max(0, DIGITS - area.length()));
        return counts.stream()
                .filter(count -> !area.isEmpty()
                        && count.division().equals(code)
                        && !count.on().isAfter(day))
                .max(Comparator.comparing(Count::on));
    }
}
