package dev.assay.store.area;

import dev.assay.core.area.Period;
import dev.assay.core.area.RowSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are asked for.
 *
 * @param set the set
 * @param model the model whose grades count; null where the set knows none
 * @param termDays after how many days a case is due; null where the set knows no term
 * @param beginnings how the codes of the divisions may begin; none for any, and for businesses without one
 * @param period the days
 * @param knownAt the instant: the versions of facts that stood at it
 */
public record AreaQuery(
        RowSet set,
        @Nullable String model,
        @Nullable Integer termDays,
        List<String> beginnings,
        Period period,
        Instant knownAt) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the set needs a model or a term and none is named
     */
    public AreaQuery {
        beginnings = List.copyOf(beginnings);
        if (set.needsModel() && model == null) {
            throw new IllegalArgumentException(
                    "The rows (%s) need a model.%nMaybe name it in the figure's file.".formatted(set.code()));
        }
        if (set.needsTerm() && termDays == null) {
            throw new IllegalArgumentException(
                    "The rows (%s) need a term.%nMaybe write term: {days: 90, basis: …} in the figure's file."
                            .formatted(set.code()));
        }
    }
}
