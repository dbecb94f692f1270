package dev.assay.batch.rate;

import dev.assay.core.grading.Rating;
import org.jspecify.annotations.Nullable;

/**
 * A rating on its way into the store.
 *
 * @param businessKey the store's number of the business
 * @param division the division in which the business stands, or null if no source names one
 * @param rating the rating
 */
record StagedRating(long businessKey, @Nullable String division, Rating rating) {}
