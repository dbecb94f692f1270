package dev.assay.store.register;

import dev.assay.core.grading.Rating;
import java.util.List;

/**
 * A business and its ratings that stand.
 *
 * @param business the business
 * @param ratings one for each model that was asked for and subject; whoever gives them out leaves away what the reader may not see
 */
public record RatedBusiness(RegisteredBusiness business, List<Rating> ratings) {

    /** Copies the list. */
    public RatedBusiness {
        ratings = List.copyOf(ratings);
    }
}
