package dev.assay.api.rating;

import dev.assay.core.grading.Explanation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What another model said, on whose result a model builds. */
public record InputView(
        @Schema(description = "How the model calls the other")
        String id,

        @Schema(description = "The other model's name") TextView title,

        @Schema(description = "The rating by it") RatingView rating,

        @Schema(description = "What decided its state or grade")
        FindingView reason,

        @Schema(description = "Its indicators") List<IndicatorView> indicators,

        @Schema(description = "What the models said on whose results it builds itself")
        List<InputView> inputs,

        @Schema(description = "Its changes between computed and effective grade")
        List<AdjustmentView> adjustments) {

    /** Copies the lists. */
    public InputView {
        indicators = List.copyOf(indicators);
        inputs = List.copyOf(inputs);
        adjustments = List.copyOf(adjustments);
    }

    static InputView of(Explanation.Input input) {
        Explanation why = input.analysis().explanation();
        return new InputView(
                input.id(),
                TextView.of(input.title()),
                RatingView.of(input.analysis().rating()),
                FindingView.of(why.reason()),
                why.indicators().stream().map(IndicatorView::of).toList(),
                why.inputs().stream().map(InputView::of).toList(),
                why.adjustments().stream().map(AdjustmentView::of).toList());
    }
}
