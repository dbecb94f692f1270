package dev.assay.store.rating;

import java.util.List;

/**
 * What a published run left.
 *
 * @param run the run's number
 * @param full whether every file was rated
 * @param rated subjects rated
 * @param changed ratings written because their content changed
 * @param counts how many subjects now stand in each state and grade, in order
 */
public record RatingOutcome(long run, boolean full, long rated, long changed, List<GradeCount> counts) {

    /** Copies the list. */
    public RatingOutcome {
        counts = List.copyOf(counts);
    }

    /**
     * Subjects in one state and grade.
     *
     * @param state the state
     * @param grade the grade, or empty where the state is none
     * @param subjects how many
     */
    public record GradeCount(String state, String grade, long subjects) {}
}
