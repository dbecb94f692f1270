package dev.assay.api.business;

import dev.assay.api.access.Viewer;
import dev.assay.api.problem.BadParameter;
import dev.assay.store.register.BusinessMerges.Outcome;
import dev.assay.store.register.RegisteredBusiness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Two businesses that were found to be one, and parted again. */
@RestController
@RequestMapping("/v1/businesses/{identity}")
@Tag(name = "businesses")
class MergeApi {

    private final Businesses businesses;
    private final MergeDecisions decisions;

    MergeApi(Businesses businesses, MergeDecisions decisions) {
        this.businesses = businesses;
        this.decisions = decisions;
    }

    /** A merge as it is sent. */
    record MergeBody(
            @Schema(description = "The business that goes on, SCHEME:VALUE") @Nullable
            String into,

            @Schema(description = "Why; at most 2000 characters") @Nullable
            String reason) {}

    /** A parting as it is sent. */
    record PartBody(
            @Schema(description = "Why; at most 2000 characters") @Nullable
            String reason) {}

    @GetMapping("/links")
    @Operation(summary = "Every merge that the business took part in, the newest first")
    BusinessLinkListView links(@PathVariable String identity) {
        return new BusinessLinkListView(businesses.linksOf(businesses.get(identity)).stream()
                .map(BusinessLinkView::of)
                .toList());
    }

    @PostMapping(path = "/merge", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Merges the business into another: from now on the other's credit file holds its facts too")
    BusinessLinkListView merge(
            @PathVariable String identity, @RequestBody MergeBody body, @Parameter(hidden = true) Viewer viewer) {
        RegisteredBusiness merged = businesses.get(identity);
        return done(
                identity,
                decisions.merge(merged, Businesses.parse("into", text(body.into())), viewer, text(body.reason())));
    }

    @PostMapping(path = "/part", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Parts the business from the one that it is merged into")
    BusinessLinkListView part(
            @PathVariable String identity, @RequestBody PartBody body, @Parameter(hidden = true) Viewer viewer) {
        return done(identity, decisions.part(businesses.get(identity), viewer, text(body.reason())));
    }

    private BusinessLinkListView done(String identity, Optional<Outcome> outcome) {
        if (outcome.isEmpty()) {
            throw new BadParameter(
                    "reason",
                    "The reason is blank or longer than 2000 characters.%nMaybe say what was weighed.".formatted());
        }
        return switch (outcome.get()) {
            case DONE -> links(identity);
            case NO_SUCH_BUSINESS, SAME ->
                throw new BadParameter(
                        "into",
                        "The other business is not known, or the same one.%nMaybe search for it first.".formatted());
            case CHAINED, NOT_MERGED, BUSY -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
