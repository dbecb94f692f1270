package dev.assay.api.business;

import dev.assay.store.history.Origin;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where something was learned. */
public record SourceView(
        @Schema(description = "The feed") String feed,

        @Schema(description = "The file's name") String file,

        @Schema(description = "SHA-256 of the file, 64 hexadecimal digits")
        String sha256,

        @Schema(
                description =
                        "The row's first line in the file, from 1, the header counted; null where the whole file tells")
        @Nullable
        Long line) {

    static SourceView of(Origin origin) {
        return new SourceView(origin.feed(), origin.file(), origin.sha256(), origin.line());
    }
}
