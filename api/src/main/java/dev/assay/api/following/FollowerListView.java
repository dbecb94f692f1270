package dev.assay.api.following;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** How far partners have come. */
public record FollowerListView(
        @Schema(description = "One for each partner and chain")
        List<FollowerView> items) {

    /** Copies the list. */
    public FollowerListView {
        items = List.copyOf(items);
    }
}
