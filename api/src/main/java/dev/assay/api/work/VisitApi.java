package dev.assay.api.work;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.NextPage;
import dev.assay.api.paging.Slice;
import dev.assay.api.problem.BadParameter;
import dev.assay.api.work.VisitResults.Outcome;
import dev.assay.core.work.Checklist;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.AssignmentMovedException;
import dev.assay.store.work.AssignmentQuery;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.VisitReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Visits that were handed out. */
@RestController
@RequestMapping("/v1/visits")
@Tag(
        name = "visits",
        description =
                "Visits that were handed out from a draw, from the plan in force or on a lead, for regulators and programs of the authority: those of the divisions for which the login or program acts.")
class VisitApi {

    private final WorkDesk desk;
    private final Assignments assignments;
    private final VisitResults results;
    private final VisitReports reports;
    private final AuthorityClock clock;

    VisitApi(WorkDesk desk, Assignments assignments, VisitResults results, VisitReports reports, AuthorityClock clock) {
        this.desk = desk;
        this.assignments = assignments;
        this.results = results;
        this.reports = reports;
        this.clock = clock;
    }

    /** What is looked for. */
    record HandedVisits(
            @Parameter(
                    description = "OPEN, what is to be made or to be made public, without it; or ALL",
                    schema =
                            @Schema(
                                    allowableValues = {
                                        "OPEN",
                                        "ALL",
                                        "ASSIGNED",
                                        "UNDER_WAY",
                                        "DONE",
                                        "NOT_DONE",
                                        "WITHDRAWN"
                                    }))
            @Nullable
            String state,

            @Parameter(description = "Visits whose span ends on this day or after it", example = "2026-12-01") @Nullable
            LocalDate from,

            @Parameter(description = "Visits whose span begins on this day or before it", example = "2026-12-31")
            @Nullable
            LocalDate to,

            @Parameter(
                    description =
                            "Number of an inspector who goes, or * for all; without it one's own where the login is an inspector's, else all")
            @Nullable
            String inspector) {

        private WorkDesk.Filter filter() {
            return new WorkDesk.Filter("", inspector == null ? "" : inspector, state == null ? "" : state);
        }
    }

    @GetMapping
    @Operation(
            summary =
                    "Visits, page by page, by the day by which they are to be made; for regulators and programs of the authority")
    VisitPageView page(
            @ParameterObject HandedVisits wanted,
            @ParameterObject Slice slice,
            @Parameter(hidden = true) Viewer viewer) {
        BadParameter.requireOrder(wanted.from(), wanted.to());
        AssignmentQuery query;
        try {
            query = desk.query(wanted.from(), wanted.to(), wanted.filter(), viewer);
        } catch (IllegalArgumentException unknown) {
            throw new BadParameter("state", String.valueOf(unknown.getMessage()));
        }
        String cursor = slice.cursor();
        Slice.Cut<Assignment> page = slice.cut(
                assignments.after(
                        query, cursor == null ? null : Cursor.parse(cursor, 1).number(0), slice.rows() + 1),
                visit -> new Cursor(List.of(Long.toString(visit.id()))));
        LocalDate today = clock.today();
        return new VisitPageView(
                page.rows().stream().map(visit -> VisitView.of(visit, today)).toList(),
                page.next(),
                NextPage.address(page.next()));
    }

    @GetMapping("/{id}")
    @Operation(
            summary =
                    "A visit with its lead, its checklist and what came back of it; for regulators and programs of the authority")
    WholeVisitView visit(@Parameter(description = "Number of the visit", example = "12") @PathVariable long id) {
        Assignment visit = desk.get(id);
        @Nullable Checklist checklist = checklist(visit);
        return new WholeVisitView(
                VisitView.of(visit, clock.today()),
                visit.what().source().lead(),
                checklist == null ? null : ChecklistView.of(checklist),
                reports.of(id).stream()
                        .map(stored -> WholeVisitView.VisitTold.of(stored, checklist))
                        .toList());
    }

    /** A report as it is sent. */
    record ResultBody(
            @Schema(
                    description =
                            "What the sender calls this report, always the same for the same one: 8 to 64 letters, digits and hyphens",
                    example = "9f0c2c1e-3b1d-4a57-9f4e-0c6a5f1f2b77")
            String key,

            @Schema(description = "The report") SentReport report) {}

    @PostMapping(path = "/{id}/result", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Sends the result of a visit, checked as one from its page is; it becomes a fact of the business and ends the visit; for regulators and programs of the authority")
    @ApiResponse(responseCode = "201", description = "It is the result")
    @ApiResponse(responseCode = "200", description = "It came before, or is kept beside the result that stands")
    ResponseEntity<VisitResultView> result(
            @Parameter(description = "Number of the visit", example = "12") @PathVariable long id,
            @RequestBody ResultBody body,
            @Parameter(hidden = true) Viewer viewer) {
        if (!VisitResults.isKey(body.key())) {
            throw new BadParameter(
                    "key",
                    "The key (%s) is not 8 to 64 letters, digits and hyphens.%nMaybe send a UUID."
                            .formatted(body.key()));
        }
        Outcome outcome = take(desk.get(id), body, viewer);
        if (outcome == Outcome.BUSY) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return ResponseEntity.status(outcome == Outcome.DONE ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new VisitResultView(outcome.name(), VisitView.of(desk.get(id), clock.today())));
    }

    private Outcome take(Assignment visit, ResultBody body, Viewer viewer) {
        try {
            return results.take(visit, body.key(), body.report().json(), viewer);
        } catch (AssignmentMovedException overtaken) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, overtaken.getMessage(), overtaken);
        } catch (IllegalArgumentException faulty) {
            // All faults are told at once, each with what to do.
            throw new BadParameter("report", String.valueOf(faulty.getMessage()));
        }
    }

    /** A checklist with faults is none that a visit can be made by; the visit is there all the same. */
    private @Nullable Checklist checklist(Assignment visit) {
        try {
            return results.checklistOf(visit).orElse(null);
        } catch (FaultyConfigException faulty) {
            return null;
        }
    }
}
