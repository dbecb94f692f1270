package dev.assay.core.grading;

/** What a high score means. */
public enum Direction {
    /** The higher the score, the worse: risk points. */
    HIGHER_IS_WORSE,
    /** The higher the score, the better: credit points. */
    HIGHER_IS_BETTER
}
