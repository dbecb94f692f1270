package dev.assay.api.rating;

import dev.assay.core.grading.Explanation.Evidence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/** A fact that was read. */
public record EvidenceView(
        @Schema(description = "Kind of fact, such as inspection")
        String kind,

        @Schema(description = "The day on which it happened")
        LocalDate occurredOn,

        @Schema(description = "Feed, file and line that it came from")
        String source,

        @Schema(description = "What was read of it") TextView reading) {

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(
                evidence.kind(), evidence.occurredOn(), evidence.source().toString(), TextView.of(evidence.reading()));
    }
}
