package dev.assay.model.simulation;

import dev.assay.core.grading.GradeAnalysis;
import dev.assay.core.grading.Outline;
import dev.assay.core.grading.Subject;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A subject that would change its grade or state, and why.
 *
 * @param subject the business or the licence
 * @param name the business's name; empty where no source names it
 * @param division the code of its division; empty where no source names one
 * @param size how large it is
 * @param before where it stands in the first model
 * @param after where it stands in the second model
 * @param differences what the two explanations have differently, rule by rule; never empty
 */
public record Move(
        Subject subject,
        String name,
        String division,
        SizeClass size,
        Side before,
        Side after,
        List<Difference> differences) {

    /** Copies the list. */
    public Move {
        differences = List.copyOf(differences);
    }

    /**
     * Where a subject stands in one of the models.
     *
     * @param standing the grade, the state, or {@link GradedTwice#NOT_COVERED}
     * @param score the points; null where the model made no score
     * @param computedGrade the grade before adjustments; null where there is none
     * @param inspectionsPerYear routine inspections a year; null where the model sets none
     */
    public record Side(
            String standing,
            @Nullable BigDecimal score,
            @Nullable String computedGrade,
            @Nullable BigDecimal inspectionsPerYear) {

        private static Side of(String standing, @Nullable Outline outline) {
            return outline == null
                    ? new Side(standing, null, null, null)
                    : new Side(
                            standing,
                            outline.rating().score(),
                            outline.rating().computedGrade(),
                            outline.rating().inspectionsPerYear());
        }
    }

    /**
     * One rule that gave something else.
     *
     * @param kind what the rule decides
     * @param rule its id; the indicator's, the adjustment's or the state rule's
     * @param title its name, or what it found
     * @param before what it gave in the first model: points, a change of grade, the bounds of a band; null where it gave nothing
     * @param after what it gave in the second model; null where it gave nothing
     */
    public record Difference(
            Kind kind,
            String rule,
            Bilingual title,
            @Nullable String before,
            @Nullable String after) {}

    /** What a rule decides. */
    public enum Kind {
        /** The state, or the grade of a newcomer: what decided instead of a score. */
        REASON,
        /** What a model said on whose result the models build. */
        INPUT,
        /** The points of an indicator, or what a group's cap takes off. */
        INDICATOR,
        /** The band into which the score falls. */
        BAND,
        /** The change between computed and effective grade. */
        ADJUSTMENT
    }

    /**
     * The move of a subject that stands elsewhere in the second model.
     *
     * @param graded the subject
     * @param before the rating by the first model, explained; null if it does not cover the subject
     * @param after the rating by the second model, explained; null if it does not cover the subject
     * @return its move, with its reasons
     */
    public static Move of(GradedTwice graded, @Nullable GradeAnalysis before, @Nullable GradeAnalysis after) {
        return new Move(
                graded.subject(),
                graded.name(),
                graded.division(),
                graded.size(),
                Side.of(graded.standingBefore(), graded.before()),
                Side.of(graded.standingAfter(), graded.after()),
                Differences.of(before, after));
    }
}
