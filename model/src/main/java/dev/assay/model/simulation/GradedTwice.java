package dev.assay.model.simulation;

import dev.assay.core.grading.Outline;
import dev.assay.core.grading.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A subject, graded by both models from the same credit file. At least one of them grades it.
 *
 * @param subject the business or the licence
 * @param name the business's name; empty where no source names it
 * @param division the code of its division; empty where no source names one
 * @param size how large it is
 * @param before what the first model says; null if it does not cover the subject
 * @param after what the second model says; null if it does not cover the subject
 */
public record GradedTwice(
        Subject subject,
        String name,
        String division,
        SizeClass size,
        @Nullable Outline before,
        @Nullable Outline after) {

    /** The standing of a subject that a model does not cover. */
    public static final String NOT_COVERED = "NOT_COVERED";

    /**
     * Where the subject stands in the first model.
     *
     * @return its effective grade, or else the name of its state, or {@link #NOT_COVERED}
     */
    public String standingBefore() {
        return standing(before);
    }

    /**
     * Where the subject stands in the second model.
     *
     * @return its effective grade, or else the name of its state, or {@link #NOT_COVERED}
     */
    public String standingAfter() {
        return standing(after);
    }

    /**
     * Whether grade or state differ.
     *
     * @return true if the subject would move
     */
    public boolean isMove() {
        return !standingBefore().equals(standingAfter());
    }

    private static String standing(@Nullable Outline outline) {
        if (outline == null) {
            return NOT_COVERED;
        }
        String grade = outline.rating().grade();
        return grade == null ? outline.rating().state().name() : grade;
    }
}
