package dev.assay.store.rating;

import dev.assay.core.adoption.Turnover;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a published run left.
 *
 * @param run the run's number
 * @param full whether every file was rated
 * @param rated subjects rated
 * @param changed ratings written because their content changed
 * @param held what the run would change, if it is held until a person releases it; null if it is published
 * @param counts how many subjects now stand in each state and grade, in order
 */
public record RatingOutcome(
        long run,
        boolean full,
        long rated,
        long changed,
        @Nullable Turnover held,
        List<GradeCount> counts) {

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
