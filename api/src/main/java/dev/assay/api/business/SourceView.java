package dev.assay.api.business;

import dev.assay.store.history.Origin;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where something was learned. */
public record SourceView(
        @Schema(description = "The feed") String feed,

        @Schema(description = "The file's name; of what a person entered, the paper that it rests on")
        String file,

        @Schema(
                description =
                        "SHA-256 of the file, 64 hexadecimal digits; of what a person entered, that of everything that was told")
        String sha256,

        @Schema(
                description =
                        "The row's first line in the file, from 1, the header counted; null where the whole file tells, or a person")
        @Nullable
        Long line,

        @Schema(description = "Account of the person who entered, corrected or withdrew it; null where a file told it")
        @Nullable
        String by,

        @Schema(description = "Why that person did; null where a file told it") @Nullable
        String reason) {

    static SourceView of(Origin origin) {
        Origin.Hand hand = origin.hand();
        return new SourceView(
                origin.feed(),
                origin.file(),
                origin.sha256(),
                origin.line(),
                hand == null ? null : hand.by(),
                hand == null ? null : hand.reason());
    }
}
