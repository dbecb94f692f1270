package dev.assay.core.grading;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a model says of a subject, as of a day and as known at an instant.
 *
 * @param subject whom it grades
 * @param model the model's id
 * @param modelVersion the model's version as its file names it
 * @param engineVersion the version of the engine that computed it
 * @param asOf the day: facts up to and including it counted
 * @param knownAt the instant: facts recorded up to and including it counted
 * @param state where the subject stands
 * @param score the points, rounded HALF_UP to 4 places; null where the model made no score
 * @param computedGrade the grade before adjustments; null unless the model computed one
 * @param grade the effective grade; null unless {@code state} is {@link RatingState#RATED}
 * @param gradeSetUntil the last day of the grade, if an authorised person set it whatever the model says; null otherwise
 * @param effectiveFrom the day from which this grade or state holds, not after {@code asOf}
 * @param inspectionsPerYear routine inspections a year that follow from the grade; null where the model sets no frequency
 * @param nextInspectionDue the last day for the next routine inspection; null where the model sets no frequency
 * @param validUntil the last day for which the rating holds if nothing new is recorded; null if it holds without end
 * @param digest hexadecimal SHA-256 over everything that went in, as-of and known-at apart: equal digests, equal ratings
 */
public record Rating(
        Subject subject,
        String model,
        String modelVersion,
        String engineVersion,
        LocalDate asOf,
        Instant knownAt,
        RatingState state,
        @Nullable BigDecimal score,
        @Nullable String computedGrade,
        @Nullable String grade,
        @Nullable LocalDate gradeSetUntil,
        LocalDate effectiveFrom,
        @Nullable BigDecimal inspectionsPerYear,
        @Nullable LocalDate nextInspectionDue,
        @Nullable LocalDate validUntil,
        String digest) {

    /**
     * Checks that exactly a rated subject has a grade.
     *
     * @throws IllegalArgumentException if state and grade do not fit each other
     */
    public Rating {
        if ((state == RatingState.RATED) != (grade != null)) {
            throw new IllegalArgumentException(
                    "The state (%s) of (%s) does not fit its grade (%s).%nMaybe the model's bands have a gap."
                            .formatted(state, subject.identity(), grade));
        }
    }

    /**
     * The same rating with a digest.
     *
     * @param made the digest
     * @return the rating
     */
    Rating withDigest(String made) {
        return new Rating(
                subject,
                model,
                modelVersion,
                engineVersion,
                asOf,
                knownAt,
                state,
                score,
                computedGrade,
                grade,
                gradeSetUntil,
                effectiveFrom,
                inspectionsPerYear,
                nextInspectionDue,
                validUntil,
                made);
    }
}
