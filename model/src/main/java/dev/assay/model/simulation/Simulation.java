package dev.assay.model.simulation;

import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would become of all subjects if the second model were in force instead of the first.
 *
 * @param subjects how many subjects at least one of the models covers
 * @param directions how many would move, and which way
 * @param standings the grades from best to worst, then the states that occur, then {@link GradedTwice#NOT_COVERED} if it occurs
 * @param cells the migration matrix: each pair of standings that occurs, the unmoved ones too
 * @param inspections inspections a year
 * @param byGrade inspections a year by standing, in the order of {@code standings}
 * @param worst who crosses into and out of the worst grade
 * @param listing who crosses the listing threshold; null where neither model names one
 * @param byDivision counts by division, most moves first
 * @param bySector counts by sector, most moves first
 * @param bySize counts by size class, smallest first
 * @param grades the shift of the standings
 * @param indicators the shift of the points of each indicator that both models have, in the second model's order
 */
public record Simulation(
        long subjects,
        Directions directions,
        List<String> standings,
        List<Cell> cells,
        Inspections inspections,
        List<GradeInspections> byGrade,
        Worst worst,
        @Nullable Listing listing,
        List<Part> byDivision,
        List<Part> bySector,
        List<Part> bySize,
        Stability grades,
        List<IndicatorStability> indicators) {

    /** Copies the lists. */
    public Simulation {
        standings = List.copyOf(standings);
        cells = List.copyOf(cells);
        byGrade = List.copyOf(byGrade);
        byDivision = List.copyOf(byDivision);
        bySector = List.copyOf(bySector);
        bySize = List.copyOf(bySize);
        indicators = List.copyOf(indicators);
    }

    /**
     * Which way subjects move.
     *
     * @param moved how many change their grade or state
     * @param better how many of them from one grade to a better one
     * @param worse how many of them from one grade to a worse one; the others come from or go to a state, or the grades have no common order
     */
    public record Directions(long moved, long better, long worse) {}

    /**
     * A cell of the migration matrix.
     *
     * @param before the standing in the first model
     * @param after the standing in the second model
     * @param subjects how many, above 0
     */
    public record Cell(String before, String after, long subjects) {

        /**
         * Whether its subjects move.
         *
         * @return true if the two standings differ
         */
        public boolean isMove() {
            return !before.equals(after);
        }
    }

    /**
     * Inspections a year of some subjects, by their frequencies.
     *
     * @param before in the first model
     * @param after in the second model
     */
    public record Inspections(BigDecimal before, BigDecimal after) {

        /**
         * The inspections that the second model asks for in addition.
         *
         * @return the difference; below zero where it saves some
         */
        public BigDecimal extra() {
            return after.subtract(before);
        }
    }

    /**
     * Inspections a year of one standing.
     *
     * @param standing the grade or state
     * @param subjectsBefore how many subjects have it in the first model
     * @param subjectsAfter how many have it in the second
     * @param inspections their inspections a year
     */
    public record GradeInspections(String standing, long subjectsBefore, long subjectsAfter, Inspections inspections) {}

    /**
     * The worst grade, which is where closer supervision begins.
     *
     * @param gradeBefore the first model's worst grade
     * @param gradeAfter the second model's worst grade
     * @param before how many subjects have it in the first model
     * @param after how many have it in the second
     * @param into how many have it only in the second
     * @param outOf how many have it only in the first
     */
    public record Worst(String gradeBefore, String gradeAfter, long before, long after, long into, long outOf) {}

    /**
     * The listing threshold: the grade from which on the law that a model names looks at a subject for a list. Where only one of the models
     * names one, its grade is taken for the other, too; where the other has no such grade, nobody is looked at by it.
     *
     * @param gradeBefore the threshold in the first model; null where it has none
     * @param gradeAfter the threshold in the second model; null where it has none
     * @param before how many subjects have that grade or a worse one in the first model
     * @param after how many have it in the second
     * @param into how many only in the second: they would newly be looked at
     * @param outOf how many only in the first: they no longer would
     */
    public record Listing(
            @Nullable String gradeBefore,
            @Nullable String gradeAfter,
            long before,
            long after,
            long into,
            long outOf) {}

    /**
     * The counts of a part of the subjects.
     *
     * @param key code of the division or sector, or the name of the size class; empty where not known
     * @param subjects how many
     * @param directions how many would move
     * @param intoWorst how many would have the worst grade only in the second model
     * @param outOfWorst how many have it only in the first
     * @param intoListing how many would be at the listing threshold, or beyond it, only in the second model; 0 where there is none
     * @param outOfListing how many are only in the first
     * @param inspections inspections a year
     */
    public record Part(
            String key,
            long subjects,
            Directions directions,
            long intoWorst,
            long outOfWorst,
            long intoListing,
            long outOfListing,
            Inspections inspections) {}

    /**
     * The shift of an indicator's points.
     *
     * @param id the indicator's id
     * @param title its name in the second model
     * @param stability the shift; without an index where one of the models gave its points to nobody
     */
    public record IndicatorStability(String id, Bilingual title, Stability stability) {}

    /**
     * The subjects of a cell of the matrix.
     *
     * @param before the standing in the first model
     * @param after the standing in the second model
     * @return how many, 0 if there are none
     */
    public long count(String before, String after) {
        return cells.stream()
                .filter(cell -> cell.before().equals(before) && cell.after().equals(after))
                .mapToLong(Cell::subjects)
                .sum();
    }

    /**
     * The share of the subjects that would move.
     *
     * @return 0 to 1, rounded HALF_UP to 4 places; null if there are no subjects
     */
    public @Nullable BigDecimal movedShare() {
        return subjects == 0
                ? null
                : BigDecimal.valueOf(directions.moved()).divide(BigDecimal.valueOf(subjects), 4, RoundingMode.HALF_UP);
    }
}
