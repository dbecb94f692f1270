package dev.assay.api.listing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The summary of a penalty as it is published (Order 45 art. 4). Facts, contents and numbers of persons are not among it. */
public record PenaltyView(
        @Schema(description = "Number of the decision; null where the source names none") @Nullable
        String documentNo,

        @Schema(description = "Kind of conduct; null where the source names none") @Nullable
        String conduct,

        @Schema(description = "Kinds of penalty") List<String> kinds,

        @Schema(description = "Legal grounds of the penalty; null where the source names none") @Nullable
        String grounds,

        @Schema(description = "The authority; null where the source names none") @Nullable
        String authority,

        @Schema(description = "Day of the decision") LocalDate decidedOn,

        @Schema(description = "First day on which it is shown")
        LocalDate publishedOn,

        @Schema(description = "Last day on which it is shown, unless its credit is repaired")
        LocalDate shownUntil,

        @Schema(description = "First day on which its credit can be repaired; null if it cannot, or need not") @Nullable
        LocalDate repairFrom,

        @Schema(description = "True for kinds that are never taken down early")
        boolean neverEarly,

        @Schema(description = "Legal ground of the publication period")
        String basis) {

    /** Copies the list. */
    public PenaltyView {
        kinds = List.copyOf(kinds);
    }
}
