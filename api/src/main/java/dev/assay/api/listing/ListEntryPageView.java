package dev.assay.api.listing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the serious-violation list. */
public record ListEntryPageView(
        @Schema(description = "The entries that stand today, by number of the case")
        List<ListEntryView> items,

        @Schema(description = "Cursor of the next page; null on the last") @Nullable
        String nextCursor,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next) {

    /** Copies the list. */
    public ListEntryPageView {
        items = List.copyOf(items);
    }
}
