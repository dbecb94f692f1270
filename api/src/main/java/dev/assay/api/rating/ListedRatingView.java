package dev.assay.api.rating;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A rating in a list of many businesses. */
public record ListedRatingView(
        @Schema(description = "The business's name; null where no source named it") @Nullable
        String name,

        @Schema(description = "Code of the subject's division; null where not known") @Nullable
        String division,

        @Schema(description = "The rating") RatingView rating) {}
