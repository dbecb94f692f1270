package dev.assay.api.byhand;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.Businesses;
import dev.assay.api.problem.BadEntry;
import dev.assay.api.problem.NotThere;
import dev.assay.store.intake.HandEntries.Result;
import dev.assay.store.register.RegisteredBusiness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Facts entered, corrected and withdrawn by a person. */
@RestController
@RequestMapping("/v1/businesses/{identity}/facts")
@Tag(name = "businesses")
class HandFactApi {

    private final Businesses businesses;
    private final HandFacts facts;

    HandFactApi(Businesses businesses, HandFacts facts) {
        this.businesses = businesses;
        this.facts = facts;
    }

    /** A fact as it is sent. */
    record FactBody(
            @Schema(description = "Kind, such as penalty; not read in a correction", example = "penalty") @Nullable
            String kind,

            @Schema(description = "The day on which it happened, YYYY-MM-DD; not after today", example = "2026-11-20")
            @Nullable
            String occurredOn,

            @Schema(
                    description =
                            "Number of the licence that it concerns, one of the business's; null where it concerns the business")
            @Nullable
            String licence,

            @Schema(
                    description =
                            "The fields by name: texts, days as YYYY-MM-DD, decimals as numbers or texts, truth values, lists of texts, lists of items; numbers of identity documents are refused",
                    example = "{\"document_no\": \"海市监处罚〔2026〕7号\", \"fine\": 52000.00, \"kinds\": [\"罚款\"]}")
            @Nullable
            Map<String, Object> fields,

            @Schema(description = "Why; at most 2000 characters") @Nullable
            String reason,

            @Schema(description = "Number or title of the document that it rests on; at most 250 characters") @Nullable
            String paper) {

        WrittenEntry written() {
            return new WrittenEntry(
                    text(kind),
                    text(occurredOn),
                    text(licence),
                    fields == null ? Map.of() : new HashMap<>(fields),
                    text(reason),
                    text(paper));
        }
    }

    /** A withdrawal as it is sent. */
    record WithdrawalBody(
            @Schema(description = "Why; at most 2000 characters") @Nullable
            String reason,

            @Schema(description = "Number or title of the document that it rests on; at most 250 characters") @Nullable
            String paper) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Enters a fact by hand, with the reason and the paper that it rests on; for regulators")
    @ApiResponse(responseCode = "201", description = "It stands")
    @ApiResponse(responseCode = "200", description = "The same stands already, entered with the same paper")
    ResponseEntity<EnteredFactView> enter(
            @PathVariable String identity, @RequestBody FactBody body, @Parameter(hidden = true) Viewer viewer) {
        return done(facts.enter(businesses.get(identity), body.written(), viewer));
    }

    @PostMapping(path = "/{fact}/correct", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary =
                    "Corrects a version of a record by hand, whichever feed told it: all its fields as they are right; for regulators")
    @ApiResponse(responseCode = "201", description = "It stands in place of the other")
    @ApiResponse(responseCode = "200", description = "The same stands already, entered with the same paper")
    ResponseEntity<EnteredFactView> correct(
            @PathVariable String identity,
            @Parameter(description = "Number of the version, id in the credit file") @PathVariable long fact,
            @RequestBody FactBody body,
            @Parameter(hidden = true) Viewer viewer) {
        return done(facts.correct(businesses.get(identity), fact, body.written(), viewer));
    }

    @PostMapping(path = "/{fact}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraws a version of a record by hand, whichever feed told it; for regulators")
    @ApiResponse(responseCode = "201", description = "It does not stand any more")
    @ApiResponse(responseCode = "200", description = "It was withdrawn already, with the same paper")
    ResponseEntity<EnteredFactView> withdraw(
            @PathVariable String identity,
            @Parameter(description = "Number of the version, id in the credit file") @PathVariable long fact,
            @RequestBody WithdrawalBody body,
            @Parameter(hidden = true) Viewer viewer) {
        RegisteredBusiness business = businesses.get(identity);
        return done(facts.withdraw(business, fact, text(body.reason()), text(body.paper()), viewer));
    }

    private static ResponseEntity<EnteredFactView> done(EntryOutcome outcome) {
        return switch (outcome) {
            case EntryOutcome.Faulty(var faults) -> throw new BadEntry(faults);
            case EntryOutcome.Carried(Result result) -> done(result);
        };
    }

    private static ResponseEntity<EnteredFactView> done(Result result) {
        return switch (result.outcome()) {
            case DONE -> ResponseEntity.status(HttpStatus.CREATED).body(EnteredFactView.of(result));
            case ALREADY -> ResponseEntity.ok(EnteredFactView.of(result));
            case NO_SUCH_FACT ->
                throw new NotThere(
                        "The business has no such version.%nMaybe take its id from the credit file.".formatted());
            case SAME, OVERTAKEN, BUSY -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
