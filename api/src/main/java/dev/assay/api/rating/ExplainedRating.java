package dev.assay.api.rating;

import dev.assay.core.grading.Explanation;
import dev.assay.core.grading.Rating;

/**
 * A stored rating with its explanation, computed again.
 *
 * @param rating the rating as stored
 * @param explanation why it is so
 * @param verified whether the computation had the same inputs as the stored rating: equal digests
 */
public record ExplainedRating(Rating rating, Explanation explanation, boolean verified) {}
