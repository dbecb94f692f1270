package dev.assay.api.listing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The penalties of a business that are published. */
public record PenaltyListView(
        @Schema(description = "Their summaries, newest first")
        List<PenaltyView> items) {

    /** Copies the list. */
    public PenaltyListView {
        items = List.copyOf(items);
    }
}
