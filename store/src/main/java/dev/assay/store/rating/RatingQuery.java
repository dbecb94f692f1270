package dev.assay.store.rating;

import org.jspecify.annotations.Nullable;

/**
 * Which ratings of a model to read. Every null leaves its column open.
 *
 * @param model the model's id
 * @param division code of the division
 * @param sector code of the sector
 * @param state a {@link dev.assay.core.grading.RatingState}
 * @param grade the effective grade
 */
public record RatingQuery(
        String model,
        @Nullable String division,
        @Nullable String sector,
        @Nullable String state,
        @Nullable String grade) {}
