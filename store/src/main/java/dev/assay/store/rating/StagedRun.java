package dev.assay.store.rating;

import dev.assay.core.adoption.Brake;
import dev.assay.store.fact.Cut;
import org.jspecify.annotations.Nullable;

/**
 * One run of a model over the credit files.
 *
 * @param id the run's number
 * @param model the model's id
 * @param modelKey the store's number of the model's version
 * @param cut where the credit files are cut
 * @param engineVersion the engine that rates
 * @param brake when the run waits for a person; null if never
 * @param last the cut of the complete run that this one builds on, so that only what changed since is rated; null for a full run
 */
public record StagedRun(
        long id,
        String model,
        int modelKey,
        Cut cut,
        String engineVersion,
        @Nullable Brake brake,
        @Nullable Cut last) {

    /**
     * Whether every file is rated.
     *
     * @return true unless the run builds on an earlier one
     */
    public boolean isFull() {
        return last == null;
    }
}
