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
 * @param skills what at least one of the two can do beside
 * @param capacity visits in a day, at least 1
 */
public record Slot(
        int no, LocalDate day, Pair pair, String division, Set<String> sectors, Set<String> skills, int capacity) {

    /** Copies the sets. */
    public Slot {
        sectors = Set.copyOf(sectors);
        skills = Set.copyOf(skills);
    }

    /**
     * Whether a visit may be made by this pair on this day: hard constraints all of them.
     *
     * @param visit the visit
     * @return false before its time, outside division or trade, where one of the two may not go, where nobody has the skill, or where the same two were there last
     */
    public boolean takes(Visit visit) {
        return !day.isBefore(visit.earliest())
                && isFor(visit)
                && hasSkillFor(visit)
                && !bars(visit)
                && !pair.equals(visit.before());
    }

    /** Whether division and trade are those of the two. */
    boolean isFor(Visit visit) {
        return visit.division().startsWith(division) && (sectors.isEmpty() || sectors.contains(visit.sector()));
    }

    /** Whether at least one of the two can do what the visit asks for. */
    boolean hasSkillFor(Visit visit) {
        return visit.skill() == null || skills.contains(visit.skill());
    }

    /** Whether one of the two has declared a relation to the business. */
    boolean bars(Visit visit) {
        return visit.barred().contains(pair.first()) || visit.barred().contains(pair.second());
    }
}
