package dev.assay.api.business;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What a search found. */
public record BusinessSearchView(
        @Schema(description = "The businesses, by name, at most 50")
        List<FoundBusinessView> items,

        @Schema(description = "How many fit in all; search more narrowly if there are more than shown")
        long total) {

    /** Copies the list. */
    public BusinessSearchView {
        items = List.copyOf(items);
    }
}
