package dev.assay.api.work;

import dev.assay.core.work.Checklist;
import dev.assay.core.work.VisitReport;
import dev.assay.store.work.StoredReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit with its lead, the checklist by which it is made, and what came back of it. */
public record WholeVisitView(
        @Schema(description = "The visit") VisitView visit,

        @Schema(description = "The lead in words; null for a visit of a draw or plan") @Nullable
        String lead,

        @Schema(description = "The checklist of its sector as it is now; null where there is none that can be used")
        @Nullable
        ChecklistView checklist,

        @Schema(description = "What came back: the result that stands first, then what was kept beside it")
        List<VisitTold> reports) {

    /** Copies the list. */
    public WholeVisitView {
        reports = List.copyOf(reports);
    }

    /** What came back of a visit. */
    public record VisitTold(
            @Schema(description = "Whether it is the result; others are kept beside it")
            boolean stands,

            @Schema(description = "What the device that sent it calls it")
            String key,

            @Schema(description = "Who sent it") String by,
            @Schema(description = "When it arrived") Instant at,
            @Schema(description = "The day of the visit") LocalDate day,
            @Schema(description = "Id of the checklist") String checklist,
            @Schema(description = "Its version") String version,

            @Schema(description = "What was found, item by item")
            List<VisitFinding> findings,

            @Schema(description = "CONFORMS, LARGELY or FAILS by the checklist of now; null where there is none")
            @Nullable
            String verdict,

            @Schema(description = "What follows at once: NONE, CORRECTED, ORDERED or INVESTIGATED")
            String consequence,

            @Schema(description = "In words; may be empty") String remark) {

        /** Copies the list. */
        public VisitTold {
            findings = List.copyOf(findings);
        }

        static VisitTold of(StoredReport stored, @Nullable Checklist checklist) {
            VisitReport report = ReportText.read(stored.content());
            return new VisitTold(
                    stored.stands(),
                    stored.sendKey(),
                    stored.by(),
                    stored.at(),
                    report.day(),
                    report.checklist(),
                    report.version(),
                    report.findings().stream()
                            .map(finding -> new VisitFinding(
                                    finding.item(), finding.mark().name(), finding.note()))
                            .toList(),
                    checklist == null
                            ? null
                            : checklist.count(report.findings()).verdict().name(),
                    report.consequence().name(),
                    report.remark());
        }
    }

    /** What was found of an item. */
    public record VisitFinding(
            @Schema(description = "Number of the item") String item,

            @Schema(description = "CONFORMS, FAILS, GAP or NOT_APPLICABLE")
            String mark,

            @Schema(description = "In words; may be empty") String note) {}
}
