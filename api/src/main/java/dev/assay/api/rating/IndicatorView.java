package dev.assay.api.rating;

import dev.assay.core.grading.Explanation.Indicator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** An indicator with its points. */
public record IndicatorView(
        @Schema(description = "Its name") TextView title,

        @Schema(description = "Points that it gave; null where it could not be read") @Nullable
        BigDecimal points,

        @Schema(description = "Fewest points that it can give")
        BigDecimal lowest,

        @Schema(description = "Most points that it can give")
        BigDecimal highest,

        @Schema(description = "What was read and how it became points")
        FindingView finding) {

    static IndicatorView of(Indicator indicator) {
        return new IndicatorView(
                TextView.of(indicator.title()),
                indicator.points(),
                indicator.lowest(),
                indicator.highest(),
                FindingView.of(indicator.finding()));
    }
}
