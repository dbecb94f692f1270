package dev.assay.batch.replay;

import dev.assay.model.prediction.replay.Planned;
import dev.assay.model.prediction.replay.Replay;
import dev.assay.store.prediction.StoredTraining;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a replay found.
 *
 * @param request what was asked
 * @param training what was learned before the first period; null without a prediction
 * @param newcomers businesses that were visited in a period and of which nothing was known on its eve: in no plan
 * @param rows all subjects on the eve of each period
 * @param replay the figures
 */
public record ReplayOutcome(
        ReplayRequest request, @Nullable StoredTraining training, long newcomers, List<Planned> rows, Replay replay) {

    /** Copies the list. */
    public ReplayOutcome {
        rows = List.copyOf(rows);
    }
}
