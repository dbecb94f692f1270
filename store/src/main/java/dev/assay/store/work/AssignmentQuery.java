package dev.assay.store.work;

import dev.assay.core.work.WorkState;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which assignments are looked for.
 *
 * @param from visits whose span ends on this day or after it; null for any
 * @param to visits whose span begins on this day or before it; null for any
 * @param inspector who goes; null for anyone
 * @param states where they stand; empty for any
 * @param isPending whether those that were made count only while their result is to be made public
 * @param divisions how the code of the business's division may begin; empty for any, and for businesses without one
 */
public record AssignmentQuery(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String inspector,
        Set<WorkState> states,
        boolean isPending,
        List<String> divisions) {

    /** Copies the collections. */
    public AssignmentQuery {
        states = Set.copyOf(states);
        divisions = List.copyOf(divisions);
    }
}
