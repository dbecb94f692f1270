package dev.assay.api.work;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.BadParameter;
import dev.assay.api.work.VisitResults.Outcome;
import dev.assay.core.request.RequestRefusedException;
import dev.assay.core.work.Obstacle;
import dev.assay.core.work.WorkState;
import dev.assay.store.work.Assignment;
import dev.assay.store.work.AssignmentMovedException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What a field system sends of a visit beside its result: that it could not be made, and papers. */
@RestController
@RequestMapping("/v1/visits")
@Tag(name = "visits")
class VisitEndApi {

    private final WorkDesk desk;
    private final VisitResults results;
    private final VisitPapers papers;
    private final AuthorityClock clock;

    VisitEndApi(WorkDesk desk, VisitResults results, VisitPapers papers, AuthorityClock clock) {
        this.desk = desk;
        this.results = results;
        this.papers = papers;
        this.clock = clock;
    }

    /** Why a visit could not be made. */
    record NotMadeBody(
            @Schema(
                    description =
                            "What was met: nobody is there, something else is done there, the inspection was refused, it closed for good, or another reason that lies with the authority",
                    allowableValues = {"NOT_FOUND", "NO_ACTIVITY", "REFUSED", "CLOSED", "OTHER"})
            String obstacle,

            @Schema(description = "The same in words, at most 2,000 characters", example = "门店已搬空，邻居称八月起停业")
            String reason) {}

    @PostMapping(path = "/{id}/not-made", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Notes that a visit could not be made, as its page does: all but OTHER become a fact of the business, and the visit ends; for regulators and programs of the authority")
    @ApiResponse(responseCode = "201", description = "It is noted")
    @ApiResponse(responseCode = "200", description = "The very same was noted before")
    ResponseEntity<VisitResultView> notMade(
            @Parameter(description = "Number of the visit", example = "12") @PathVariable long id,
            @RequestBody NotMadeBody body,
            @Parameter(hidden = true) Viewer viewer) {
        Outcome outcome = note(id, obstacle(body.obstacle()), body.reason(), viewer);
        if (outcome == Outcome.BUSY) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return ResponseEntity.status(outcome == Outcome.DONE ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new VisitResultView(outcome.name(), VisitView.of(desk.get(id), clock.today())));
    }

    private Outcome note(long id, Obstacle obstacle, String reason, Viewer viewer) {
        Assignment visit = desk.get(id);
        if (isNoted(visit, obstacle, reason)) {
            return Outcome.ALREADY;
        }
        try {
            return results.notMade(visit, obstacle, reason, viewer);
        } catch (AssignmentMovedException overtaken) {
            // Perhaps by the same, sent twice at once.
            if (isNoted(desk.get(id), obstacle, reason)) {
                return Outcome.ALREADY;
            }
            throw new ResponseStatusException(HttpStatus.CONFLICT, overtaken.getMessage(), overtaken);
        } catch (IllegalArgumentException faulty) {
            throw new BadParameter("reason", String.valueOf(faulty.getMessage()));
        }
    }

    private static boolean isNoted(Assignment visit, Obstacle obstacle, String reason) {
        return visit.state() == WorkState.NOT_DONE
                && visit.end().obstacle() == obstacle
                && reason.strip().equals(visit.end().reason());
    }

    private static Obstacle obstacle(String word) {
        return Arrays.stream(Obstacle.values())
                .filter(obstacle -> obstacle.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadParameter(
                        "obstacle",
                        "The obstacle (%s) is none.%nMaybe take one of %s."
                                .formatted(
                                        word,
                                        Arrays.stream(Obstacle.values())
                                                .map(Obstacle::name)
                                                .collect(Collectors.joining(", ")))));
    }

    @PostMapping(
            path = "/{id}/papers",
            consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE, MediaType.APPLICATION_PDF_VALUE})
    @Operation(
            summary =
                    "Adds a photo, signature or PDF to a visit: the body is the file, of at most 10 MB, and its first bytes say what it is; before or after the result; for regulators and programs of the authority")
    @ApiResponse(responseCode = "201", description = "It is kept")
    @ApiResponse(responseCode = "200", description = "The very same bytes are there already")
    ResponseEntity<VisitPaperView> paper(
            @Parameter(description = "Number of the visit", example = "12") @PathVariable long id,
            @Parameter(description = "Its name", example = "kitchen.jpg") @RequestParam(defaultValue = "paper")
                    String name,
            @RequestBody byte[] content,
            @Parameter(hidden = true) Viewer viewer) {
        Assignment visit = desk.get(id);
        try {
            VisitPapers.Outcome outcome = papers.add(visit, name, content, viewer);
            return ResponseEntity.status(outcome == VisitPapers.Outcome.KEPT ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(new VisitPaperView(outcome.name(), VisitPapers.sha256(content), papers.count(visit)));
        } catch (RequestRefusedException refused) {
            throw new BadParameter("paper", String.valueOf(refused.getMessage()));
        }
    }
}
