package dev.assay.api.following;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The public keys of the authority. */
public record SigningKeyListView(
        @Schema(description = "All that ever signed, the oldest first; empty before anything was published")
        List<SigningKeyView> keys) {

    /** Copies the list. */
    public SigningKeyListView {
        keys = List.copyOf(keys);
    }
}
