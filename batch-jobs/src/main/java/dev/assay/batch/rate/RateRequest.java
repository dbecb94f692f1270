package dev.assay.batch.rate;

import dev.assay.core.grading.GradingModel;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to rate.
 *
 * @param model the model
 * @param modelText the model's file, kept with the ratings
 * @param asOf facts that happened up to and including this day count
 * @param knownAt facts recorded up to and including this instant count; null for all that is recorded when the run begins
 * @param full rate every file, even where an incremental run would do
 */
public record RateRequest(
        GradingModel model,
        String modelText,
        LocalDate asOf,
        @Nullable Instant knownAt,
        boolean full) {}
