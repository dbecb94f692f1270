package dev.assay.api.rating;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of all ratings of a model. */
public record RatingPageView(
        @Schema(description = "The ratings, in an order that stays the same from page to page")
        List<ListedRatingView> items,

        @Schema(description = "Cursor of the next page; null on the last") @Nullable
        String nextCursor,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next) {

    /** Copies the list. */
    public RatingPageView {
        items = List.copyOf(items);
    }
}
