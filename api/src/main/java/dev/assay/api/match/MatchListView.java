package dev.assay.api.match;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** Whose names they are. */
public record MatchListView(
        @Schema(description = "When the register's names were read for it")
        Instant registerAsOf,

        @Schema(description = "One for each question, in their order")
        List<MatchView> items) {

    /** Copies the list. */
    public MatchListView {
        items = List.copyOf(items);
    }
}
