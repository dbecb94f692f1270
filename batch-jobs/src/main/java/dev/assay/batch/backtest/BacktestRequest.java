package dev.assay.batch.backtest;

import dev.assay.core.grading.GradingModel;
import dev.assay.model.backtest.Knowledge;
import dev.assay.model.backtest.OutcomeDefinition;
import java.time.LocalDate;
import java.util.List;

/**
 * What to look back at.
 *
 * @param model the model
 * @param outcome what its grades are held against
 * @param days the past days, in order, each once
 * @param knowledge which of the facts that had happened by a day may be read
 * @param today the last day of which outcomes are read
 */
public record BacktestRequest(
        GradingModel model, OutcomeDefinition outcome, List<LocalDate> days, Knowledge knowledge, LocalDate today) {

    /**
     * Puts the days in order.
     *
     * @throws IllegalArgumentException if there is no day, or one that is not past
     */
    public BacktestRequest {
        days = days.stream().sorted().distinct().toList();
        if (days.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no day to look back at.%nMaybe name some past days.".formatted());
        }
        if (!days.getLast().isBefore(today)) {
            throw new IllegalArgumentException(
                    "The day (%s) is not past, so nothing can have been found after it.%nMaybe name days before %s."
                            .formatted(days.getLast(), today));
        }
    }
}
