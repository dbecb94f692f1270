package dev.assay.store.plan;

import dev.assay.core.work.WorkState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a plan with what became of it.
 *
 * @param row the visit as it was planned
 * @param state where it stands as it was handed out; null where it was not, or was taken back
 * @param made the day on which it was made; null before
 */
public record PlanVisit(
        PlanRow row, @Nullable WorkState state, @Nullable LocalDate made) {

    /**
     * Whether it can be handed out.
     *
     * @return true if it has a day and is not handed out
     */
    public boolean isFree() {
        return row.slot() != null && state == null;
    }
}
