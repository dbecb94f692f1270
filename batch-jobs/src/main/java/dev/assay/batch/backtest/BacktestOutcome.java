package dev.assay.batch.backtest;

import dev.assay.model.backtest.Backtest;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest found.
 *
 * @param request what was asked
 * @param knownAt the instant up to which facts counted
 * @param lastLook the last day of which the data tell an outcome; null where they tell none
 * @param late facts, over all days, that had happened by the day and were made known after it
 * @param describedLater subjects, over all days, that were not yet described
 * @param backtest the figures
 */
public record BacktestOutcome(
        BacktestRequest request,
        Instant knownAt,
        @Nullable LocalDate lastLook,
        long late,
        long describedLater,
        Backtest backtest) {}
