package dev.assay.api.review;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of questions. */
public record NameQuestionPageView(
        @Schema(description = "The questions, by number") List<NameQuestionView> items,

        @Schema(description = "Cursor of the next page; null on the last") @Nullable
        String nextCursor,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next) {

    /** Copies the list. */
    public NameQuestionPageView {
        items = List.copyOf(items);
    }
}
