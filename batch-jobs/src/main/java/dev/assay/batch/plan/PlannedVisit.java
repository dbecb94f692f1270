package dev.assay.batch.plan;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import dev.assay.core.planning.Slot;
import dev.assay.core.planning.Visit;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A visit of a week with the slot that the solver gives it. */
@PlanningEntity
public class PlannedVisit {

    @SuppressWarnings("NullAway.Init") // the solver's own copies are filled in afterwards
    private Visit visit;

    @PlanningVariable(allowsUnassigned = true)
    private @Nullable Slot slot;

    /** For the solver. */
    public PlannedVisit() {}

    PlannedVisit(Visit visit, @Nullable Slot slot) {
        this.visit = visit;
        this.slot = slot;
    }

    /**
     * Its number.
     *
     * @return the visit's number in the plan
     */
    @PlanningId
    public int getNo() {
        return visit.no();
    }

    /**
     * The visit.
     *
     * @return it
     */
    public Visit getVisit() {
        return visit;
    }

    /**
     * Its slot.
     *
     * @return it; null where it is left out
     */
    public @Nullable Slot getSlot() {
        return slot;
    }

    /**
     * Gives it a slot.
     *
     * @param slot the slot; null to leave it out
     */
    public void setSlot(@Nullable Slot slot) {
        this.slot = slot;
    }

    boolean isAllowed() {
        return slot == null || slot.takes(visit);
    }

    boolean breaksFloor() {
        return visit.breaksFloor(slot == null ? null : slot.day());
    }

    boolean isMoved() {
        return slot != null && visit.isMovedBy(slot);
    }

    long lateness() {
        return slot == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(visit.due(), slot.day())) * visit.weight();
    }
}
