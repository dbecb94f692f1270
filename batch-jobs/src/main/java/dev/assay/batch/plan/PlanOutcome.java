package dev.assay.batch.plan;

import dev.assay.core.planning.InspectionPlan;
import dev.assay.core.planning.InspectionPlan.Worth;
import dev.assay.core.planning.Refusals.LeftOut;
import dev.assay.core.planning.Refusals.Moved;
import dev.assay.core.planning.Visit;
import dev.assay.core.planning.Weights;
import dev.assay.store.plan.PlanParts.Grade;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of planning.
 *
 * @param plan the plan
 * @param worth what it is worth, constraint by constraint
 * @param greedy the same of a plan by the list and the calendar
 * @param weights what the constraints weigh
 * @param grades the visits of each grade, and what two more inspectors like the first of the list would make room for, built without the solver both times
 * @param brokenFloors visits that a floor of the law asks for and that are left out or late: with one of them the plan is refused
 * @param why why visits are left out, by their number
 * @param moved why visits have another day or pair than in the plan before, or none, by their number
 * @param passedOver subjects that could not be planned for, by reason
 */
public record PlanOutcome(
        InspectionPlan plan,
        Worth worth,
        Worth greedy,
        Weights weights,
        List<Grade> grades,
        List<Visit> brokenFloors,
        Map<Integer, LeftOut> why,
        Map<Integer, Moved> moved,
        Map<String, Integer> passedOver) {

    /** Copies the collections. */
    public PlanOutcome {
        grades = List.copyOf(grades);
        brokenFloors = List.copyOf(brokenFloors);
        why = Map.copyOf(why);
        moved = Map.copyOf(moved);
    }

    /**
     * Visits that were wanted.
     *
     * @return how many, by grade
     */
    public Map<String, Long> wanted() {
        return grades.stream()
                .collect(Collectors.toMap(Grade::grade, one -> (long) one.wanted(), Long::sum, TreeMap::new));
    }

    /**
     * Visits that are left out.
     *
     * @return how many, by grade; grades of which none is are absent
     */
    public Map<String, Long> leftOut() {
        return grades.stream()
                .filter(one -> one.leftOut() > 0)
                .collect(Collectors.toMap(Grade::grade, one -> (long) one.leftOut(), Long::sum, TreeMap::new));
    }

    /**
     * Visits that two more inspectors would make room for.
     *
     * @return how many; 0 where nothing is left out
     */
    public int withTwoMore() {
        return grades.stream().mapToInt(Grade::brought).sum();
    }
}
