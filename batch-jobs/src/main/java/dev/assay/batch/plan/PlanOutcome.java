package dev.assay.batch.plan;

import dev.assay.core.planning.InspectionPlan;
import dev.assay.core.planning.InspectionPlan.Worth;
import dev.assay.core.planning.Visit;
import java.util.List;
import java.util.Map;

/**
 * What came of planning.
 *
 * @param plan the plan
 * @param worth what it is worth, constraint by constraint
 * @param greedy the same of a plan by the list and the calendar
 * @param wanted visits that were wanted, by grade
 * @param leftOut those that are left out, by grade
 * @param withTwoMore visits that two more inspectors of the first division would make room for; 0 where nothing is left out
 * @param brokenFloors visits that a floor of the law asks for and that are left out or late: with one of them the plan is refused
 * @param passedOver subjects that could not be planned for, by reason
 */
public record PlanOutcome(
        InspectionPlan plan,
        Worth worth,
        Worth greedy,
        Map<String, Long> wanted,
        Map<String, Long> leftOut,
        int withTwoMore,
        List<Visit> brokenFloors,
        Map<String, Integer> passedOver) {

    /** Copies the lists. */
    public PlanOutcome {
        brokenFloors = List.copyOf(brokenFloors);
    }
}
