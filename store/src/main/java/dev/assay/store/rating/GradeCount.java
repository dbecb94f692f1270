package dev.assay.store.rating;

import dev.assay.core.grading.RatingState;
import org.jspecify.annotations.Nullable;

/**
 * How many subjects of a division and sector stand where.
 *
 * @param division code of the division; empty where not known
 * @param sector code of the sector
 * @param state where they stand
 * @param grade their grade; null unless the state is {@link RatingState#RATED}
 * @param count how many there are, at least 1
 */
public record GradeCount(
        String division,
        String sector,
        RatingState state,
        @Nullable String grade,
        long count) {

    /**
     * What a person reads on them: the grade, or else the state.
     *
     * @return the grade, or the state's name
     */
    public String standing() {
        return grade == null ? state.name() : grade;
    }
}
