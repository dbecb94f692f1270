package dev.assay.api.work;

import dev.assay.core.time.Deadline;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.Assignment.End;
import dev.assay.store.work.Assignment.Visit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A visit that was handed out: to whom, by when, by whom, and what became of it. */
public record VisitView(
        @Schema(description = "Number of the visit") long id,

        @Schema(description = "ASSIGNED, UNDER_WAY, DONE, NOT_DONE or WITHDRAWN")
        String state,

        @Schema(description = "Identity of the business, SCHEME:VALUE")
        String business,

        @Schema(description = "Its name now; null where no source named it") @Nullable
        String name,

        @Schema(description = "Its address now; null where not known") @Nullable
        String address,

        @Schema(description = "Code of its division now; null where not known") @Nullable
        String division,

        @Schema(description = "Code of the sector; empty where not known")
        String sector,

        @Schema(description = "The first day on which it may be made")
        LocalDate from,

        @Schema(description = "The day by which it is to be made")
        LocalDate to,

        @Schema(description = "ROUTINE, FOCUSED, SYSTEM or UNANNOUNCED")
        String way,

        @Schema(description = "Why: DRAWN, LEAD, or the reason of the plan")
        List<String> reasons,

        @Schema(description = "Where it comes from: DRAW, PLAN or LEAD")
        String origin,

        @Schema(description = "Number of the draw or plan; null for a lead") @Nullable
        Integer originNumber,

        @Schema(description = "Who goes") List<VisitGoer> inspectors,
        @Schema(description = "Who handed it out") String handedBy,
        @Schema(description = "When") Instant handedAt,

        @Schema(description = "Whether it should have been made, or its result made public, and is not")
        boolean overdue,

        @Schema(
                description =
                        "Why it could not be made: NOT_FOUND, NO_ACTIVITY, REFUSED, CLOSED or OTHER; null where it could, or has not been tried")
        @Nullable
        String obstacle,

        @Schema(description = "The same in words, or why it was taken back; null else") @Nullable
        String reason,

        @Schema(description = "The day on which it was made; null before") @Nullable
        LocalDate madeOn,

        @Schema(description = "The day by which its result is to be public; null where there is none") @Nullable
        LocalDate publishBy,

        @Schema(description = "Whether that day may still move: holidays that it counts by are not announced")
        boolean provisional,

        @Schema(description = "When the result was made public; null before") @Nullable
        LocalDate publishedOn,

        @Schema(description = "Number of the fact that it brought, id in the credit file; null where it brought none")
        @Nullable
        String fact) {

    /** Copies the lists. */
    public VisitView {
        reasons = List.copyOf(reasons);
        inspectors = List.copyOf(inspectors);
    }

    /** Someone who goes. */
    public record VisitGoer(
            @Schema(description = "Number of the inspector's papers")
            String number,

            @Schema(description = "The name, as it was when the visit was handed out")
            String name) {}

    static VisitView of(Assignment visit, LocalDate today) {
        Visit what = visit.what();
        End end = visit.end();
        Deadline publishBy = end.publishBy();
        return new VisitView(
                visit.id(),
                visit.state().name(),
                what.business().toString(),
                visit.name(),
                visit.address(),
                visit.division(),
                what.sector(),
                what.fromDay(),
                what.toDay(),
                what.way().name(),
                what.reasons(),
                what.source().origin().name(),
                what.source().number(),
                what.goers().stream()
                        .map(goer -> new VisitGoer(goer.number(), goer.name()))
                        .toList(),
                visit.handedBy(),
                visit.handedAt(),
                visit.isOverdue(today),
                end.obstacle() == null ? null : end.obstacle().name(),
                end.reason(),
                end.day(),
                publishBy == null ? null : publishBy.day(),
                publishBy != null && publishBy.provisional(),
                end.publishedOn(),
                end.fact() == null ? null : Long.toString(end.fact()));
    }
}
