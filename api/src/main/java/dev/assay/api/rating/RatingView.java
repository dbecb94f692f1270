package dev.assay.api.rating;

import dev.assay.core.grading.Rating;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a model says of a business or of one of its licences. */
public record RatingView(
        @Schema(description = "Principal identity of the business, SCHEME:VALUE", example = "fhrs:369216")
        String business,

        @Schema(description = "What is graded: the business, or one of its licences, SCHEME:VALUE")
        String subject,

        @Schema(description = "Sector of the subject", example = "catering")
        String sector,

        @Schema(description = "The model's id", example = "uk-fhrs")
        String model,

        @Schema(description = "The model's version") String modelVersion,

        @Schema(description = "Facts up to and including this day counted")
        LocalDate asOf,

        @Schema(description = "Facts recorded up to and including this instant counted")
        Instant knownAt,

        @Schema(description = "RATED, NEW, NOT_RATED, EXEMPT, PENDING or SUSPENDED; only RATED has a grade")
        String state,

        @Schema(description = "Points, rounded half up to 4 places; null where the model made none") @Nullable
        BigDecimal score,

        @Schema(description = "Grade before adjustments; null where none was computed") @Nullable
        String computedGrade,

        @Schema(description = "Effective grade; null unless the state is RATED", example = "A") @Nullable
        String grade,

        @Schema(
                description =
                        "Last day of the grade, if a person of the authority set it whatever the model says; else null")
        @Nullable
        LocalDate gradeSetUntil,

        @Schema(description = "The day from which it holds") LocalDate effectiveFrom,

        @Schema(description = "Routine inspections a year; null where the model sets none") @Nullable
        BigDecimal inspectionsPerYear,

        @Schema(description = "Last day for the next routine inspection; null where the model sets none") @Nullable
        LocalDate nextInspectionDue,

        @Schema(description = "Last day for which it holds if nothing new is recorded; null without end") @Nullable
        LocalDate validUntil,

        @Schema(description = "SHA-256 over everything that went in, as-of and known-at apart")
        String digest) {

    /**
     * The view of a rating.
     *
     * @param rating the rating
     * @return its view
     */
    public static RatingView of(Rating rating) {
        return new RatingView(
                rating.subject().business().toString(),
                rating.subject().identity().toString(),
                rating.subject().sector().code(),
                rating.model(),
                rating.modelVersion(),
                rating.asOf(),
                rating.knownAt(),
                rating.state().name(),
                rating.score(),
                rating.computedGrade(),
                rating.grade(),
                rating.gradeSetUntil(),
                rating.effectiveFrom(),
                rating.inspectionsPerYear(),
                rating.nextInspectionDue(),
                rating.validUntil(),
                rating.digest());
    }
}
