package dev.assay.core.planning;

import dev.assay.core.planning.Visit.Pair;
import java.time.LocalDate;
import java.util.Set;

/**
 * A pair of inspectors on a working day.
 *
 * @param no its number, from 0, by day and pair
 * @param day the day
 * @param pair who goes
 * @param division the beginning of the codes of the divisions in which both work
 * @param sectors codes of the sectors that both inspect; empty for all
 * @param capacity visits in a day, at least 1
 */
public record Slot(int no, LocalDate day, Pair pair, String division, Set<String> sectors, int capacity) {

    /** Copies the set. */
    public Slot {
        sectors = Set.copyOf(sectors);
    }

    /**
     * Whether a visit may be made by this pair on this day: hard constraints all of them.
     *
     * @param visit the visit
     * @return false before its time, outside division or trade, where one of the two may not go, or where the same two were there last
     */
    public boolean takes(Visit visit) {
        return !day.isBefore(visit.earliest())
                && visit.division().startsWith(division)
                && (sectors.isEmpty() || sectors.contains(visit.sector()))
                && !visit.barred().contains(pair.first())
                && !visit.barred().contains(pair.second())
                && !pair.equals(visit.before());
    }
}
