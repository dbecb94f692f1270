package dev.assay.api.work;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of visits. */
public record VisitPageView(
        @Schema(description = "The visits, by the day by which they are to be made")
        List<VisitView> items,

        @Schema(description = "Cursor of the next page; null on the last") @Nullable
        String nextCursor,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next) {

    /** Copies the list. */
    public VisitPageView {
        items = List.copyOf(items);
    }
}
