package dev.assay.api.rating;

import dev.assay.core.grading.Explanation;
import dev.assay.core.grading.Rating;
import dev.assay.store.feed.SilentFeed;
import java.util.List;

/**
 * A stored rating with its explanation, computed again.
 *
 * @param rating the rating as stored
 * @param explanation why it is so
 * @param verified whether the computation had the same inputs as the stored rating: equal digests
 * @param silentFeeds the feeds that the file rests on and that were silent on its day, as known then: something newer may be missing
 */
public record ExplainedRating(Rating rating, Explanation explanation, boolean verified, List<SilentFeed> silentFeeds) {

    /** Copies the list. */
    public ExplainedRating {
        silentFeeds = List.copyOf(silentFeeds);
    }
}
