package dev.assay.api.rating;

import dev.assay.core.grading.Explanation.Finding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A rule that applied. */
public record FindingView(
        @Schema(description = "The rule's id in its model") String rule,

        @Schema(description = "What it found") TextView text,

        @Schema(description = "Its legal ground") BasisView basis,

        @Schema(description = "The facts that it read") List<EvidenceView> evidence) {

    /** Copies the list. */
    public FindingView {
        evidence = List.copyOf(evidence);
    }

    static FindingView of(Finding finding) {
        return new FindingView(
                finding.rule(),
                TextView.of(finding.text()),
                BasisView.of(finding.basis()),
                finding.evidence().stream().map(EvidenceView::of).toList());
    }
}
