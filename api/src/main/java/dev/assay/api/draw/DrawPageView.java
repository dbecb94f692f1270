package dev.assay.api.draw;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of draws. */
public record DrawPageView(
        @Schema(description = "The draws, the newest first") List<DrawView> items,

        @Schema(description = "Cursor of the next page; null on the last") @Nullable
        String nextCursor,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next) {

    /** Copies the list. */
    public DrawPageView {
        items = List.copyOf(items);
    }
}
