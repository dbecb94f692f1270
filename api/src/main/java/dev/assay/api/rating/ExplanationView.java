package dev.assay.api.rating;

import dev.assay.api.intake.SilentFeedView;
import dev.assay.core.grading.Explanation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a rating is what it is. */
public record ExplanationView(
        @Schema(description = "The rating") RatingView rating,

        @Schema(description = "True if computing it again read exactly what the rating had read")
        boolean verified,

        @Schema(description = "One sentence: what decided the state or the grade")
        FindingView reason,

        @Schema(description = "Every indicator that was read, in the model's order")
        List<IndicatorView> indicators,

        @Schema(description = "The band into which the score fell; null where no score was made") @Nullable
        BandView band,

        @Schema(description = "What the models said on whose results this one builds")
        List<InputView> inputs,

        @Schema(description = "Changes between computed and effective grade, in the order in which they were applied")
        List<AdjustmentView> adjustments,

        @Schema(description = "What follows for inspections; null where the model sets no frequency") @Nullable
        FindingView supervision,

        @Schema(
                description =
                        "Quality of the file: feeds that it rests on and that were silent on its day, so that something newer may be missing")
        List<SilentFeedView> silentFeeds) {

    /** Copies the lists. */
    public ExplanationView {
        indicators = List.copyOf(indicators);
        inputs = List.copyOf(inputs);
        adjustments = List.copyOf(adjustments);
        silentFeeds = List.copyOf(silentFeeds);
    }

    /**
     * The view of an explained rating.
     *
     * @param explained the rating with its explanation
     * @return the view
     */
    public static ExplanationView of(ExplainedRating explained) {
        Explanation why = explained.explanation();
        var band = why.band();
        var supervision = why.supervision();
        return new ExplanationView(
                RatingView.of(explained.rating()),
                explained.verified(),
                FindingView.of(why.reason()),
                why.indicators().stream().map(IndicatorView::of).toList(),
                band == null ? null : BandView.of(band),
                why.inputs().stream().map(InputView::of).toList(),
                why.adjustments().stream().map(AdjustmentView::of).toList(),
                supervision == null ? null : FindingView.of(supervision),
                explained.silentFeeds().stream().map(SilentFeedView::of).toList());
    }
}
