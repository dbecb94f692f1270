package dev.assay.api.plan;

import dev.assay.api.access.Viewer;
import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.NextPage;
import dev.assay.api.paging.Slice;
import dev.assay.api.plan.WholePlanView.Progress;
import dev.assay.store.plan.PlanCounts;
import dev.assay.store.plan.PlanQuery;
import dev.assay.store.plan.PlanQuery.Part;
import dev.assay.store.plan.PlanRows;
import dev.assay.store.plan.PlanVisit;
import dev.assay.store.plan.StoredPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The year's plans of inspections, and their visits page by page. */
@RestController
@RequestMapping("/v1/plans")
@Tag(
        name = "plans",
        description =
                "The year's plans of inspections, for regulators and programs of the authority: those of the divisions for which the login or program acts. Visits on leads are in no plan.")
class PlanApi {

    private final PlanDesk desk;
    private final PlanRows rows;
    private final PlanCounts counts;

    PlanApi(PlanDesk desk, PlanRows rows, PlanCounts counts) {
        this.desk = desk;
        this.rows = rows;
        this.counts = counts;
    }

    @GetMapping
    @Operation(summary = "The plans, page by page, the newest first; for regulators and programs of the authority")
    PlanPageView page(@ParameterObject Slice slice, @Parameter(hidden = true) Viewer viewer) {
        @Nullable Integer before = place(slice);
        Slice.Cut<StoredPlan> page = slice.cut(
                desk.all(viewer).stream()
                        .filter(plan -> before == null || plan.id() < before)
                        .limit(slice.rows() + 1L)
                        .toList(),
                plan -> cursor(plan.id()));
        return new PlanPageView(
                page.rows().stream().map(PlanView::of).toList(), page.next(), NextPage.address(page.next()));
    }

    @GetMapping("/{id}")
    @Operation(
            summary =
                    "A plan: where it stands, what it was made by, what it is worth and what cannot be fitted; for regulators and programs of the authority")
    WholePlanView plan(
            @Parameter(description = "Number of the plan", example = "12") @PathVariable int id,
            @Parameter(hidden = true) Viewer viewer) {
        StoredPlan plan = desk.get(id, viewer);
        return WholePlanView.of(
                PlanView.of(plan),
                new Progress(rows.count(id, PlanQuery.of(Part.HANDED_OUT)), rows.count(id, PlanQuery.of(Part.MADE))),
                rows.parts(id),
                counts.leftOut(id),
                counts.moved(id));
    }

    @GetMapping("/{id}/visits")
    @Operation(
            summary =
                    "The visits of a plan, page by page, each with what became of it; for regulators and programs of the authority")
    PlannedVisitPageView visits(
            @Parameter(description = "Number of the plan", example = "12") @PathVariable int id,
            @ParameterObject WantedVisits wanted,
            @ParameterObject Slice slice,
            @Parameter(hidden = true) Viewer viewer) {
        desk.get(id, viewer);
        Slice.Cut<PlanVisit> page = slice.cut(
                rows.after(id, wanted.checked(), place(slice), slice.rows() + 1),
                visit -> cursor(visit.row().no()));
        Map<String, String> names = rows.parts(id).inspectors();
        return new PlannedVisitPageView(
                page.rows().stream()
                        .map(visit -> PlannedVisitView.of(visit, names))
                        .toList(),
                page.next(),
                NextPage.address(page.next()));
    }

    private static @Nullable Integer place(Slice slice) {
        String cursor = slice.cursor();
        return cursor == null ? null : Math.toIntExact(Cursor.parse(cursor, 1).number(0));
    }

    private static Cursor cursor(int number) {
        return new Cursor(List.of(Integer.toString(number)));
    }
}
