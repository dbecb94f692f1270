package dev.assay.api.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The newest imports. */
public record ImportListView(
        @Schema(description = "Newest first") List<ManifestView> imports) {

    /** Copies the list. */
    public ImportListView {
        imports = List.copyOf(imports);
    }
}
