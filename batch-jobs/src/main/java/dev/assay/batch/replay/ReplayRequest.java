package dev.assay.batch.replay;

import dev.assay.core.grading.GradingModel;
import dev.assay.model.backtest.OutcomeDefinition;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.replay.Period;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to replay.
 *
 * @param model by whose grades and scores subjects are visited
 * @param outcome which facts are visits, and when they find something
 * @param prediction by what prediction they are visited; null for none
 * @param periods for which days plans are made, in order; at least one
 * @param today up to which day facts are read: the authority's classes may be known by hindsight alone
 * @param seed of the draws for the intervals
 */
public record ReplayRequest(
        GradingModel model,
        OutcomeDefinition outcome,
        @Nullable PredictionDefinition prediction,
        List<Period> periods,
        LocalDate today,
        long seed) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the last day is not past
     */
    public ReplayRequest {
        periods = List.copyOf(periods);
        if (!periods.getLast().to().isBefore(today)) {
            throw new IllegalArgumentException(
                    "The last day (%s) is not past, so the visits until then are not all made.%nMaybe end earlier."
                            .formatted(periods.getLast().to()));
        }
    }

    /**
     * The last day of the periods.
     *
     * @return the day
     */
    public LocalDate lastDay() {
        return periods.getLast().to();
    }
}
