package dev.assay.api.rating;

import dev.assay.core.improvement.Improvements;
import dev.assay.core.improvement.Step;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What would better a grade. */
public record ImprovementsView(
        @Schema(description = "The rating as it stands") RatingView rating,

        @Schema(description = "How state and grade change if nothing happens any more, over five years")
        List<TurnView> byItself,

        @Schema(
                description =
                        "The smallest sets of steps that reach each better grade, the best grade last; at most three sets for each")
        List<WayView> ways) {

    /** Copies the lists. */
    public ImprovementsView {
        byItself = List.copyOf(byItself);
        ways = List.copyOf(ways);
    }

    /** A change that time brings. */
    public record TurnView(
            @Schema(description = "The first day on which it is so")
            LocalDate day,

            @Schema(description = "The state from then on") String state,

            @Schema(description = "The grade from then on; null unless RATED") @Nullable
            String grade) {}

    /** A way to a better grade. */
    public record WayView(
            @Schema(description = "The grade that is reached")
            String grade,

            @Schema(description = "What to do, all of it") List<StepView> steps,

            @Schema(description = "The first day on which the grade is reached if the steps are taken at once")
            LocalDate day,

            @Schema(description = "The score of that day; null where the model makes none") @Nullable
            BigDecimal score) {

        /** Copies the list. */
        public WayView {
            steps = List.copyOf(steps);
        }
    }

    /** Something to do. */
    public record StepView(
            @Schema(description = "The remedy's id", example = "pass-inspection")
            String remedy,

            @Schema(description = "What to do") TextView title) {

        private static StepView of(Step step) {
            return new StepView(step.remedy().id(), TextView.of(step.title()));
        }
    }

    /**
     * The view of what would better a grade.
     *
     * @param found what was found
     * @return the view
     */
    public static ImprovementsView of(Improvements found) {
        return new ImprovementsView(
                RatingView.of(found.now()),
                found.byItself().stream()
                        .map(turn -> new TurnView(
                                turn.day(),
                                turn.rating().state().name(),
                                turn.rating().grade()))
                        .toList(),
                found.ways().stream()
                        .map(way -> new WayView(
                                way.grade(),
                                way.steps().stream().map(StepView::of).toList(),
                                way.day(),
                                way.rating().score()))
                        .toList());
    }
}
