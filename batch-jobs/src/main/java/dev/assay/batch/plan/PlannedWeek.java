package dev.assay.batch.plan;

import ai.timefold.solver.core.api.domain.solution.ConstraintWeightOverrides;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.Weights;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A week as the solver sees it. */
@PlanningSolution
public class PlannedWeek {

    @PlanningEntityCollectionProperty
    private List<PlannedVisit> visits = List.of();

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<Slot> slots = List.of();

    @SuppressWarnings("NullAway.Init") // the solver's own copies are filled in afterwards
    private ConstraintWeightOverrides<HardMediumSoftScore> overrides;

    @PlanningScore
    private @Nullable HardMediumSoftScore score;

    /** For the solver. */
    public PlannedWeek() {}

    PlannedWeek(List<PlannedVisit> visits, List<Slot> slots, Weights weights) {
        this.visits = visits;
        this.slots = slots;
        this.overrides = ConstraintWeightOverrides.of(Map.of(
                WeekConstraints.LEFT_OUT, HardMediumSoftScore.ofMedium(weights.unplanned()),
                WeekConstraints.LATE, HardMediumSoftScore.ofSoft(weights.late()),
                WeekConstraints.PLACES, HardMediumSoftScore.ofSoft(weights.place()),
                WeekConstraints.DIVISIONS, HardMediumSoftScore.ofSoft(weights.division()),
                WeekConstraints.MOVED, HardMediumSoftScore.ofSoft(weights.moved())));
    }

    /**
     * The visits.
     *
     * @return them, in the order in which they were given
     */
    public List<PlannedVisit> getVisits() {
        return visits;
    }

    /**
     * The slots.
     *
     * @return them
     */
    public List<Slot> getSlots() {
        return slots;
    }

    /**
     * What the constraints weigh.
     *
     * @return the weights of the regulator's file
     */
    public ConstraintWeightOverrides<HardMediumSoftScore> getOverrides() {
        return overrides;
    }

    /**
     * Sets what the constraints weigh, on the solver's own copies.
     *
     * @param overrides the weights
     */
    public void setOverrides(ConstraintWeightOverrides<HardMediumSoftScore> overrides) {
        this.overrides = overrides;
    }

    /**
     * What it is worth.
     *
     * @return the score; null before anything was solved
     */
    public @Nullable HardMediumSoftScore getScore() {
        return score;
    }

    /**
     * Sets what it is worth, as the solver finds it.
     *
     * @param score the score
     */
    public void setScore(@Nullable HardMediumSoftScore score) {
        this.score = score;
    }

    /**
     * Sets the visits, on the solver's own copies.
     *
     * @param visits the visits
     */
    public void setVisits(List<PlannedVisit> visits) {
        this.visits = visits;
    }

    /**
     * Sets the slots, on the solver's own copies.
     *
     * @param slots the slots
     */
    public void setSlots(List<Slot> slots) {
        this.slots = slots;
    }
}
