package dev.assay.store.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a plan holds beside its visits.
 *
 * @param grades the visits of each grade
 * @param measures what it is worth, constraint by constraint
 * @param inspectors names of those who go, by number
 */
public record PlanParts(List<Grade> grades, List<Measure> measures, Map<String, String> inspectors) {

    /** Copies the collections. */
    public PlanParts {
        grades = List.copyOf(grades);
        measures = List.copyOf(measures);
        inspectors = Map.copyOf(inspectors);
    }

    /**
     * The visits of a grade.
     *
     * @param grade the grade, or the state of who has none
     * @param weight what leaving one out weighs
     * @param wanted visits that are wanted
     * @param leftOut those for which there is no place
     * @param brought those for which two more inspectors would make room
     */
    public record Grade(String grade, long weight, int wanted, int leftOut, int brought) {}

    /**
     * A constraint.
     *
     * @param name its name, such as {@code late}
     * @param isHard whether no plan may break it
     * @param amount how much of it there is, such as days
     * @param cost the same weighted; null for what costs nothing by itself
     * @param byList the amount of a plan by list and calendar
     * @param listCost its cost; null for what costs nothing by itself
     */
    public record Measure(
            String name,
            boolean isHard,
            long amount,
            @Nullable Long cost,
            long byList,
            @Nullable Long listCost) {}
}
