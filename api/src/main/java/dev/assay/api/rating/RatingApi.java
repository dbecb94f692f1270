package dev.assay.api.rating;

import dev.assay.api.access.Viewer;
import dev.assay.api.business.Businesses;
import dev.assay.api.paging.Cursor;
import dev.assay.api.paging.NextPage;
import dev.assay.api.paging.Slice;
import dev.assay.api.problem.BadParameter;
import dev.assay.api.problem.NotThere;
import dev.assay.core.division.Divisions;
import dev.assay.store.rating.PositionedRating;
import dev.assay.store.rating.RatingPosition;
import dev.assay.store.rating.RatingQuery;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.rating.StoredRatings.MadeRating;
import dev.assay.store.register.RegisteredBusiness;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Ratings: of one business, or of all page by page. */
@RestController
@RequestMapping("/v1")
@Tag(
        name = "ratings",
        description = "Grades, and why they are so. A reader sees the ratings of those models that are for the reader.")
class RatingApi {

    private final Businesses businesses;
    private final ReadableRatings readable;
    private final StoredRatings ratings;
    private final Explanations explanations;
    private final Divisions divisions;

    RatingApi(
            Businesses businesses,
            ReadableRatings readable,
            StoredRatings ratings,
            Explanations explanations,
            Divisions divisions) {
        this.businesses = businesses;
        this.readable = readable;
        this.ratings = ratings;
        this.explanations = explanations;
        this.divisions = divisions;
    }

    @GetMapping("/businesses/{identity}/ratings")
    @Operation(summary = "The ratings of a business that stand")
    RatingListView ratingsOf(
            @Parameter(description = "SCHEME:VALUE", example = "fhrs:369216") @PathVariable String identity,
            @Parameter(hidden = true) Viewer viewer) {
        return new RatingListView(readable.standingOf(Businesses.parse("identity", identity), viewer).stream()
                .map(RatingView::of)
                .toList());
    }

    @GetMapping("/businesses/{identity}/ratings/{model}")
    @Operation(summary = "The ratings of a business by one model, now or as they stood on a day")
    RatingListView ratingsBy(
            @Parameter(description = "SCHEME:VALUE", example = "fhrs:369216") @PathVariable String identity,
            @Parameter(description = "The model's id", example = "uk-fhrs") @PathVariable String model,
            @Parameter(description = "The day, YYYY-MM-DD; without it the newest")
                    @RequestParam(name = "as-of", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf,
            @Parameter(hidden = true) Viewer viewer) {
        return new RatingListView(readable.get(businesses.get(identity), model, asOf, viewer).stream()
                .map(RatingView::of)
                .toList());
    }

    @GetMapping("/businesses/{identity}/ratings/{model}/explanation")
    @Operation(summary = "Why a rating is what it is, computed again and checked against its digest")
    ExplanationView explanation(
            @Parameter(description = "SCHEME:VALUE", example = "fhrs:369216") @PathVariable String identity,
            @Parameter(description = "The model's id", example = "uk-fhrs") @PathVariable String model,
            @Parameter(description = "The subject, SCHEME:VALUE; may be left out where the business has only one")
                    @RequestParam(required = false)
                    @Nullable
                    String subject,
            @Parameter(hidden = true) Viewer viewer) {
        RegisteredBusiness business = businesses.get(identity);
        MadeRating made = subjectOf(readable.getMade(business, model, null, viewer), subject);
        return ExplanationView.of(explanations.explain(business, made));
    }

    @GetMapping("/businesses/{identity}/ratings/{model}/improvements")
    @Operation(
            summary =
                    "What would it take: how the grade changes by itself, and the smallest sets of steps that reach each better one, each tried by rating the changed file")
    ImprovementsView improvements(
            @Parameter(description = "SCHEME:VALUE", example = "fhrs:369216") @PathVariable String identity,
            @Parameter(description = "The model's id", example = "uk-fhrs") @PathVariable String model,
            @Parameter(description = "The subject, SCHEME:VALUE; may be left out where the business has only one")
                    @RequestParam(required = false)
                    @Nullable
                    String subject,
            @Parameter(hidden = true) Viewer viewer) {
        RegisteredBusiness business = businesses.get(identity);
        MadeRating made = subjectOf(readable.getMade(business, model, null, viewer), subject);
        return ImprovementsView.of(explanations.improvements(business, made.rating()));
    }

    @GetMapping("/ratings")
    @Operation(summary = "All ratings of a model that stand, page by page")
    RatingPageView page(
            @Parameter(description = "The model's id", example = "uk-fhrs") @RequestParam String model,
            @Parameter(description = "Code of the division; an earlier code finds the same place")
                    @RequestParam(required = false)
                    @Nullable
                    String division,
            @Parameter(description = "Sector, such as catering") @RequestParam(required = false) @Nullable
                    String sector,
            @Parameter(description = "Effective grade") @RequestParam(required = false) @Nullable String grade,
            @Parameter(description = "State, such as RATED") @RequestParam(required = false) @Nullable String state,
            @ParameterObject Slice slice,
            @Parameter(hidden = true) Viewer viewer) {
        readable.getModel(model, viewer);
        RatingQuery query = new RatingQuery(
                model,
                division == null ? Set.of() : divisions.codesOf(division),
                sector,
                state,
                grade,
                viewer.scope().beginnings());
        Slice.Cut<PositionedRating> page = slice.cut(
                ratings.page(query, position(slice.cursor()), slice.rows() + 1), row -> cursor(row.position()));
        return new RatingPageView(
                page.rows().stream()
                        .map(row -> new ListedRatingView(row.name(), row.division(), RatingView.of(row.rating())))
                        .toList(),
                page.next(),
                NextPage.address(page.next()));
    }

    private static MadeRating subjectOf(List<MadeRating> ratings, @Nullable String subject) {
        if (subject == null && ratings.size() > 1) {
            throw new BadParameter(
                    "subject",
                    "The business has %d rated subjects, and none is named.%nMaybe add ?subject=%s."
                            .formatted(
                                    ratings.size(),
                                    ratings.getFirst().rating().subject().identity()));
        }
        return ratings.stream()
                .filter(made -> subject == null
                        || made.rating().subject().identity().equals(Businesses.parse("subject", subject)))
                .findFirst()
                .orElseThrow(() -> new NotThere(
                        "There is no rating of the subject (%s).%nMaybe take it from the business's ratings."
                                .formatted(subject)));
    }

    private static @Nullable RatingPosition position(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        Cursor place = Cursor.parse(cursor, 3);
        return new RatingPosition(
                place.number(0), place.parts().get(1), place.parts().get(2));
    }

    private static Cursor cursor(RatingPosition position) {
        return new Cursor(List.of(Long.toString(position.businessKey()), position.subjectScheme(), position.subject()));
    }
}
