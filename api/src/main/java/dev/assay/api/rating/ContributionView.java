package dev.assay.api.rating;

import dev.assay.core.grading.Explanation.Contribution;
import io.swagger.v3.oas.annotations.media.Schema;

/** What a feature gave to a prediction that was read. */
public record ContributionView(
        @Schema(description = "The feature's id in the definition of the prediction")
        String feature,

        @Schema(description = "Its name") TextView title,

        @Schema(description = "What was read of it; empty where there was nothing to read")
        String value,

        @Schema(description = "How far it moved the prediction from the average, in log-odds before calibration")
        String logOdds) {

    static ContributionView of(Contribution contribution) {
        return new ContributionView(
                contribution.feature(),
                TextView.of(contribution.title()),
                contribution.value(),
                contribution.logOdds());
    }
}
