package dev.assay.batch.simulate;

import dev.assay.core.grading.GradingModel;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What to simulate.
 *
 * @param before the model in force
 * @param after the model that might take its place; of the same scope
 * @param asOf the day on which both are asked: facts up to and including it count
 * @param knownAt facts recorded up to and including this instant count; null for all that is recorded and complete
 */
public record SimulationRequest(
        GradingModel before,
        GradingModel after,
        LocalDate asOf,
        @Nullable Instant knownAt) {}
