package dev.assay.store.rating;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ratings of a model to read. Every null leaves its column open.
 *
 * @param model the model's id
 * @param divisions the codes of the division, of which any will do; empty leaves the column open
 * @param sector code of the sector
 * @param state a {@link dev.assay.core.grading.RatingState}
 * @param grade the effective grade
 * @param within how the codes of the businesses' divisions may begin; none for any
 */
public record RatingQuery(
        String model,
        Set<String> divisions,
        @Nullable String sector,
        @Nullable String state,
        @Nullable String grade,
        List<String> within) {

    /** Copies the codes. */
    public RatingQuery {
        within = List.copyOf(within);
        divisions = Set.copyOf(divisions);
    }
}
