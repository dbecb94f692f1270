package dev.assay.core.grading;

/**
 * A rating and why it is so.
 *
 * @param rating the rating
 * @param explanation its explanation, made by the same computation
 */
public record GradeAnalysis(Rating rating, Explanation explanation) {}
