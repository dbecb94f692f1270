package dev.assay.api.rating;

import dev.assay.core.grading.Explanation.Band;
import io.swagger.v3.oas.annotations.media.Schema;

/** The band into which a score fell. */
public record BandView(
        @Schema(description = "Its grade") String grade,

        @Schema(description = "Its bounds", example = "30 < T ≤ 45")
        String bounds,

        @Schema(description = "Its legal ground") BasisView basis) {

    static BandView of(Band band) {
        return new BandView(band.grade(), band.bounds(), BasisView.of(band.basis()));
    }
}
