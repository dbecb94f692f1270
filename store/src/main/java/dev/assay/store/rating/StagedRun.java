package dev.assay.store.rating;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One run of a model over the credit files.
 *
 * @param id the run's number
 * @param model the model's id
 * @param modelKey the store's number of the model's version
 * @param asOf facts up to and including this day count
 * @param knownAt facts recorded up to and including this instant count
 * @param engineVersion the engine that rates
 * @param since the known-at of the run that this one builds on: only what changed after it is rated; null for a full run
 */
public record StagedRun(
        long id,
        String model,
        int modelKey,
        LocalDate asOf,
        Instant knownAt,
        String engineVersion,
        @Nullable Instant since) {

    /**
     * Whether every file is rated.
     *
     * @return true unless the run builds on an earlier one
     */
    public boolean isFull() {
        return since == null;
    }
}
