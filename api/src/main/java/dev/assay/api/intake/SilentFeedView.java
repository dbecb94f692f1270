package dev.assay.api.intake;

import dev.assay.store.feed.SilentFeed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** A feed on which a credit file rests and of which a file was due and had not come. */
public record SilentFeedView(
        @Schema(description = "The feed's id") String feed,

        @Schema(description = "The newest day whose state it had told")
        LocalDate lastAsAt,

        @Schema(description = "After how many days a newer one was due")
        int expectedEveryDays) {

    /**
     * The view of a silent feed.
     *
     * @param silent the feed
     * @return the view
     */
    public static SilentFeedView of(SilentFeed silent) {
        return new SilentFeedView(silent.feed(), silent.lastAsAt(), silent.expectedEvery());
    }
}
