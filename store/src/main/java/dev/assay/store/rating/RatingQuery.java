package dev.assay.store.rating;

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
 */
public record RatingQuery(
        String model,
        Set<String> divisions,
        @Nullable String sector,
        @Nullable String state,
        @Nullable String grade) {

    /** Copies the codes. */
    public RatingQuery {
        divisions = Set.copyOf(divisions);
    }
}
