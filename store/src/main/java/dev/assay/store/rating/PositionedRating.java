package dev.assay.store.rating;

import dev.assay.core.grading.Rating;
import org.jspecify.annotations.Nullable;

/**
 * A rating with its place in the order of all ratings of its model.
 *
 * @param position its place
 * @param rating the rating
 * @param name the business's name; null where no source named it
 * @param division code of the subject's division; null where not known
 */
public record PositionedRating(
        RatingPosition position,
        Rating rating,
        @Nullable String name,
        @Nullable String division) {}
