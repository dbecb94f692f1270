package dev.assay.api.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of plans. */
public record PlanPageView(
        @Schema(description = "The plans, the newest first") List<PlanView> items,

        @Schema(description = "Cursor of the next page; null on the last") @Nullable
        String nextCursor,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next) {

    /** Copies the list. */
    public PlanPageView {
        items = List.copyOf(items);
    }
}
