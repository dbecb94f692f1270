package dev.assay.batch.plan;

import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import dev.assay.core.planning.InspectionPlan;

/** The constraints of a week. The same as {@link InspectionPlan#worth}, which explains a plan: whoever changes the one changes the other. Only a floor of the law is beside it, since nothing is weighed against that. */
public class WeekConstraints implements ConstraintProvider {

    static final String LEFT_OUT = "left out";
    static final String LATE = "late";
    static final String PLACES = "places";
    static final String DIVISIONS = "divisions";
    static final String MOVED = "moved";

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            factory.forEach(PlannedVisit.class)
                    .filter(visit -> !visit.isAllowed())
                    .penalize(HardMediumSoftScore.ONE_HARD)
                    .asConstraint("not allowed"),
            factory.forEach(PlannedVisit.class)
                    .groupBy(PlannedVisit::getSlot, ConstraintCollectors.count())
                    .filter((slot, count) -> count > slot.capacity())
                    .penalize(HardMediumSoftScore.ONE_HARD, (slot, count) -> count - slot.capacity())
                    .asConstraint("overfull"),
            factory.forEachIncludingUnassigned(PlannedVisit.class)
                    .filter(PlannedVisit::breaksFloor)
                    .penalize(HardMediumSoftScore.ONE_MEDIUM, _ -> InspectionPlan.BROKEN_FLOOR)
                    .asConstraint("floor of the law"),
            factory.forEachIncludingUnassigned(PlannedVisit.class)
                    .filter(visit -> visit.getSlot() == null)
                    .penalize(
                            HardMediumSoftScore.ONE_MEDIUM,
                            visit -> visit.getVisit().weight())
                    .asConstraint(LEFT_OUT),
            factory.forEach(PlannedVisit.class)
                    .filter(visit -> visit.lateness() > 0)
                    .penalize(HardMediumSoftScore.ONE_SOFT, PlannedVisit::lateness)
                    .asConstraint(LATE),
            factory.forEach(PlannedVisit.class)
                    .groupBy(
                            PlannedVisit::getSlot,
                            ConstraintCollectors.countDistinct(
                                    visit -> visit.getVisit().place()))
                    .penalize(HardMediumSoftScore.ONE_SOFT, (_, places) -> places - 1)
                    .asConstraint(PLACES),
            factory.forEach(PlannedVisit.class)
                    .groupBy(
                            PlannedVisit::getSlot,
                            ConstraintCollectors.countDistinct(
                                    visit -> visit.getVisit().division()))
                    .penalize(HardMediumSoftScore.ONE_SOFT, (_, divisions) -> divisions - 1)
                    .asConstraint(DIVISIONS),
            factory.forEach(PlannedVisit.class)
                    .filter(PlannedVisit::isMoved)
                    .penalize(HardMediumSoftScore.ONE_SOFT)
                    .asConstraint(MOVED)
        };
    }
}
