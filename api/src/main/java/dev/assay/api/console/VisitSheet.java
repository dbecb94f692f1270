package dev.assay.api.console;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.CreditFiles;
import dev.assay.api.rating.Explanations;
import dev.assay.api.rating.ReadableRatings;
import dev.assay.api.work.ReportText;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.core.creditfile.Life;
import dev.assay.core.fact.FactKinds;
import dev.assay.core.grading.Explanation;
import dev.assay.core.grading.Rating;
import dev.assay.core.text.Bilingual;
import dev.assay.core.work.Checklist;
import dev.assay.core.work.ChecklistItem;
import dev.assay.core.work.Finding;
import dev.assay.core.work.VisitReport;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.AuditQuery;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.RegisteredBusiness;
import dev.assay.store.request.Papers;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.StoredReport;
import dev.assay.store.work.VisitReports;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of a visit shows: the business, its grade and why in a line, what was found last, and what came back. */
@Component
class VisitSheet {

    private static final int LAST = 3;
    private static final int SHOWN_ACTS = 50;

    private final BusinessRegister register;
    private final CreditFiles files;
    private final ReadableRatings ratings;
    private final Explanations explanations;
    private final Papers papers;
    private final VisitReports reports;
    private final AuditLog audit;

    VisitSheet(
            BusinessRegister register,
            CreditFiles files,
            ReadableRatings ratings,
            Explanations explanations,
            Papers papers,
            VisitReports reports,
            AuditLog audit) {
        this.register = register;
        this.files = files;
        this.ratings = ratings;
        this.explanations = explanations;
        this.papers = papers;
        this.reports = reports;
        this.audit = audit;
    }

    /**
     * A grade and why, in a line.
     *
     * @param rating the rating
     * @param why one sentence
     */
    public record Why(Rating rating, Bilingual why) {}

    /**
     * A report that came back.
     *
     * @param stored who sent it, when, and whether it stands
     * @param report what it says
     * @param count its counts by today's checklist; null where there is none any more
     */
    public record Told(StoredReport stored, VisitReport report, Checklist.@Nullable Count count) {}

    /**
     * An item across all reports.
     *
     * @param item the item
     * @param marks what each report says of it, in their order; null where it says nothing
     * @param differ whether they say different things
     */
    public record Across(ChecklistItem item, List<@Nullable Finding> marks, boolean differ) {}

    /** What decided the grade, and what changed it after that: without the changes the line would tell of another grade. */
    private static Bilingual why(Explanation explanation) {
        StringBuilder zh = new StringBuilder(explanation.reason().text().zh());
        StringBuilder en = new StringBuilder(explanation.reason().text().en());
        for (Explanation.Adjustment adjustment : explanation.adjustments()) {
            zh.append("；").append(adjustment.finding().text().zh());
            en.append("; ").append(adjustment.finding().text().en());
        }
        return Bilingual.of(zh.toString(), en.toString());
    }

    void show(Assignment visit, @Nullable Checklist checklist, Viewer viewer, String language, Model page) {
        RegisteredBusiness business = register.find(visit.what().business())
                .orElseGet(() -> register.get(visit.what().businessKey()));
        CreditFile file = files.now(business);
        page.addAttribute("business", business);
        page.addAttribute("closed", Life.of(file).closed() != null);
        page.addAttribute(
                "grades",
                ratings.standingOf(business, viewer).stream()
                        .map(rating -> new Why(
                                rating,
                                why(explanations.explain(business, rating).explanation())))
                        .toList());
        page.addAttribute(
                "last",
                file.facts().reversed().stream()
                        .filter(fact -> fact.kind().equals(FactKinds.INSPECTION.name()))
                        .limit(LAST)
                        .map(fact -> FactEntry.of(fact, language, explanations.vocabulary()))
                        .toList());
        String subject = Assignment.subject(visit.id());
        page.addAttribute("papers", papers.of(subject));
        page.addAttribute("history", audit.newest(AuditQuery.of(subject), 0, SHOWN_ACTS));
        List<Told> told = reports.of(visit.id()).stream()
                .map(stored -> told(stored, checklist))
                .toList();
        page.addAttribute("told", told);
        page.addAttribute("across", checklist == null ? List.of() : across(checklist, told));
    }

    private static Told told(StoredReport stored, @Nullable Checklist checklist) {
        VisitReport report = ReportText.read(stored.content());
        return new Told(stored, report, checklist == null ? null : checklist.count(report.findings()));
    }

    private static List<Across> across(Checklist checklist, List<Told> told) {
        List<Across> rows = new ArrayList<>();
        for (ChecklistItem item : checklist.items()) {
            List<@Nullable Finding> marks = new ArrayList<>();
            told.forEach(one -> marks.add(find(one.report(), item).orElse(null)));
            boolean differ = marks.stream()
                            .map(finding -> finding == null ? null : finding.mark())
                            .filter(mark -> !Objects.equals(
                                    mark,
                                    marks.getFirst() == null
                                            ? null
                                            : marks.getFirst().mark()))
                            .count()
                    > 0;
            if (marks.stream().anyMatch(Objects::nonNull)) {
                rows.add(new Across(item, marks, differ));
            }
        }
        return rows;
    }

    private static Optional<Finding> find(VisitReport report, ChecklistItem item) {
        return report.findings().stream()
                .filter(finding -> finding.item().equals(item.id()))
                .findFirst();
    }
}
