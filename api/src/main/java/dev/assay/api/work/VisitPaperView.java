package dev.assay.api.work;

import io.swagger.v3.oas.annotations.media.Schema;

/** What became of a paper that was sent. */
public record VisitPaperView(
        @Schema(description = "KEPT, or ALREADY (the very same bytes are there; nothing was taken)")
        String outcome,

        @Schema(description = "SHA-256 of its bytes, hexadecimal")
        String sha256,

        @Schema(description = "How many papers the visit has now")
        int papers) {}
