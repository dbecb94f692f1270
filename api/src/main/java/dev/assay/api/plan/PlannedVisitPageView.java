package dev.assay.api.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the visits of a plan. */
public record PlannedVisitPageView(
        @Schema(description = "The visits, by day and pair; what is left out comes last, the heaviest first")
        List<PlannedVisitView> items,

        @Schema(description = "Cursor of the next page; null on the last") @Nullable
        String nextCursor,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next) {

    /** Copies the list. */
    public PlannedVisitPageView {
        items = List.copyOf(items);
    }
}
