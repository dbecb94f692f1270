package dev.assay.api.work;

import io.swagger.v3.oas.annotations.media.Schema;

/** What became of a report that was sent. */
public record VisitResultView(
        @Schema(
                description =
                        "DONE (it is the result, and a fact of the business), ALREADY (a report came under this key before; nothing was taken) or BESIDE (another result stands, or the visit is at another end; this one is kept beside it)")
        String outcome,

        @Schema(description = "The visit as it stands now") VisitView visit) {}
