package dev.assay.api.rating;

import dev.assay.core.grading.Explanation.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;

/** A fact that was read. */
public record EvidenceView(
        @Schema(description = "Kind of fact, such as inspection")
        String kind,

        @Schema(description = "The day on which it happened")
        LocalDate occurredOn,

        @Schema(description = "Feed, file and line that it came from")
        String source,

        @Schema(description = "What was read of it") TextView reading,

        @Schema(
                description =
                        "Of a prediction what each feature gave to it, the largest first, in log-odds before calibration; else empty")
        List<ContributionView> contributions) {

    /** Copies the list. */
    public EvidenceView {
        contributions = List.copyOf(contributions);
    }

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(
                evidence.kind(),
                evidence.occurredOn(),
                evidence.source().toString(),
                TextView.of(evidence.reading()),
                evidence.contributions().stream().map(ContributionView::of).toList());
    }
}
