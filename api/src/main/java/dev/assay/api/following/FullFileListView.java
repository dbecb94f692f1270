package dev.assay.api.following;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The full files of the chains that the caller may follow. */
public record FullFileListView(
        @Schema(description = "The newest 100 of each chain, newest first")
        List<FullFileView> items) {

    /** Copies the list. */
    public FullFileListView {
        items = List.copyOf(items);
    }
}
