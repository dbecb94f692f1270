package dev.assay.api.access;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The divisions for which somebody acts.
 *
 * @param beginnings how their codes begin, such as 3206 for all of a prefecture; none for every division
 */
public record DivisionScope(List<String> beginnings) {

    /** Every division, and businesses of which none is known. */
    public static final DivisionScope EVERYWHERE = new DivisionScope(List.of());

    /** Copies the codes. */
    public DivisionScope {
        beginnings = List.copyOf(beginnings);
    }

    /**
     * Whether it holds every division.
     *
     * @return true without beginnings
     */
    public boolean isEverywhere() {
        return beginnings.isEmpty();
    }

    /**
     * Whether a division is in it.
     *
     * @param division the code; null where not known
     * @return true if one acts for it; for an unknown one only who acts everywhere
     */
    public boolean contains(@Nullable String division) {
        return isEverywhere() || (division != null && beginnings.stream().anyMatch(division::startsWith));
    }

    /**
     * Those of some rows that are in it.
     *
     * @param rows the rows
     * @param division gives a row's division
     * @return the rows whose division is in it, in the same order
     * @param <T> a row
     */
    public <T> List<T> within(List<T> rows, Function<T, String> division) {
        return rows.stream().filter(row -> contains(division.apply(row))).toList();
    }
}
