package dev.assay.api.following;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of a chain, in their order. */
public record ChangePageView(
        @Schema(description = "The chain: public or partners", example = "public")
        String chain,

        @Schema(description = "The changes that follow, without a gap; empty where there are none yet")
        List<ChangeView> items,

        @Schema(description = "How the chain stands now; it may already be further than the last item")
        ChainHeadView head,

        @Schema(description = "Address of the changes after these; null at the end of the chain") @Nullable
        String next) {

    /** Copies the list. */
    public ChangePageView {
        items = List.copyOf(items);
    }
}
