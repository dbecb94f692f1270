package dev.assay.store.register;

import dev.assay.core.grading.Rating;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A business's ratings that stand, and what decides who may see them.
 *
 * @param key the store's key of the business
 * @param division the code of its division; null where not known
 * @param ratings one for each model that was asked for and subject; whoever gives them out leaves away what the reader may not see
 */
public record RatedBusiness(long key, @Nullable String division, List<Rating> ratings) {

    /** Copies the list. */
    public RatedBusiness {
        ratings = List.copyOf(ratings);
    }
}
