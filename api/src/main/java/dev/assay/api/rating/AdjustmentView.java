package dev.assay.api.rating;

import dev.assay.core.grading.Explanation.Adjustment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A change between computed and effective grade. */
public record AdjustmentView(
        @Schema(description = "Grade before") String from,

        @Schema(description = "Grade after") String to,

        @Schema(description = "First day on which it counts")
        LocalDate validFrom,

        @Schema(description = "Last day on which it counts; null without a known end") @Nullable
        LocalDate validTo,

        @Schema(description = "The conditions that were met")
        FindingView finding) {

    static AdjustmentView of(Adjustment adjustment) {
        return new AdjustmentView(
                adjustment.from(),
                adjustment.to(),
                adjustment.validFrom(),
                adjustment.validTo(),
                FindingView.of(adjustment.finding()));
    }
}
