package dev.assay.api.byhand;

import dev.assay.store.intake.HandEntries.Outcome;
import dev.assay.store.intake.HandEntries.Result;
import io.swagger.v3.oas.annotations.media.Schema;

/** What was entered, corrected or withdrawn. */
public record EnteredFactView(
        @Schema(description = "Number of the version that stands now, or that was withdrawn; by it it can be corrected")
        String id,

        @Schema(description = "Number of the import that did it; its manifest is under /v1/imports")
        long importId,

        @Schema(description = "true if the very same had been done before, with the same paper: nothing was done again")
        boolean already) {

    static EnteredFactView of(Result result) {
        return new EnteredFactView(Long.toString(result.fact()), result.run(), result.outcome() == Outcome.ALREADY);
    }
}
