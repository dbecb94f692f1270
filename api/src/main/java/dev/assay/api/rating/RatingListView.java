package dev.assay.api.rating;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The ratings of one business. */
public record RatingListView(
        @Schema(description = "One for each model that the reader may see and each subject, by model and subject")
        List<RatingView> items) {

    /** Copies the list. */
    public RatingListView {
        items = List.copyOf(items);
    }
}
