package dev.assay.batch.plan;

import dev.assay.core.planning.Replan.Earlier;
import dev.assay.store.plan.PlanRow;
import dev.assay.store.plan.StoredPlan.Basis;
import java.util.List;
import java.util.Map;

/**
 * A plan of a division and year, with all that is kept of it.
 *
 * @param basis what it was made by
 * @param outcome what came of planning
 * @param carried visits of the plan before that are handed out or made: they stay as they are
 * @param gone visits of the plan before that nobody wants any more
 * @param inspectors names by number
 */
public record KeptPlan(
        Basis basis, PlanOutcome outcome, List<PlanRow> carried, List<Earlier> gone, Map<String, String> inspectors) {

    /** Copies the collections. */
    public KeptPlan {
        carried = List.copyOf(carried);
        gone = List.copyOf(gone);
        inspectors = Map.copyOf(inspectors);
    }
}
