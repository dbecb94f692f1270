package dev.assay.api.work;

import io.swagger.v3.oas.annotations.media.Schema;

/** What became of what was sent of a visit. */
public record VisitResultView(
        @Schema(
                description =
                        "DONE (the visit ends with it), ALREADY (the very same came before, a report under its key; nothing was taken) or BESIDE (another result stands, or the visit is at another end; this one is kept beside it)")
        String outcome,

        @Schema(description = "The visit as it stands now") VisitView visit) {}
