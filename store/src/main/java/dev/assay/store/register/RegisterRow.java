package dev.assay.store.register;

import dev.assay.core.grading.Rating;
import org.jspecify.annotations.Nullable;

/**
 * A row of a search.
 *
 * @param business the business
 * @param rating the rating of one of its subjects that stands; null where the model did not rate it, or no model was asked for
 */
public record RegisterRow(
        RegisteredBusiness business, @Nullable Rating rating) {}
