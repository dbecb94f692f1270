package dev.assay.core.grading;

import dev.assay.core.text.Bilingual;
import java.util.List;

/**
 * Raises or lowers the computed grade 等级调整. The adjustments of a model are tried in its order and the first that applies ends it.
 *
 * @param id its id
 * @param title its name
 * @param towards where it moves the grade
 * @param counting when its conditions are read, and for how long it counts
 * @param several how many conditions met together move the grade by {@code severalSteps}
 * @param severalSteps the steps for several conditions
 * @param conditions the conditions; each counts once, however many facts meet it
 * @param basis its legal ground
 */
public record AdjustmentRule(
        String id,
        Bilingual title,
        Towards towards,
        Counting counting,
        int several,
        int severalSteps,
        List<Trigger> conditions,
        Basis basis) {

    /** Copies the list. */
    public AdjustmentRule {
        conditions = List.copyOf(conditions);
    }

    /** Where a grade moves. */
    public enum Towards {
        /** To a worse grade. */
        WORSE,
        /** To a better grade. */
        BETTER
    }

    /** When conditions are read. */
    public enum Counting {
        /** Over the facts of one calendar year; it counts from 1 January to 31 December of the next. */
        FOLLOWING_YEAR,
        /** As of each day. */
        RUNNING
    }

    /**
     * A condition of an adjustment.
     *
     * @param id its id
     * @param title its name
     * @param steps by how many grades it moves, 1 or 2
     * @param when what must hold
     * @param basis its legal ground
     */
    public record Trigger(String id, Bilingual title, int steps, Condition when, Basis basis) {}
}
