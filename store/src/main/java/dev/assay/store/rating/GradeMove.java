package dev.assay.store.rating;

import org.jspecify.annotations.Nullable;

/**
 * How many subjects go from one standing to another.
 *
 * @param state the state that stands
 * @param grade the grade that stands; null unless rated
 * @param nextState the state that would stand
 * @param nextGrade the grade that would stand; null unless rated
 * @param subjects how many
 */
public record GradeMove(
        String state,
        @Nullable String grade,
        String nextState,
        @Nullable String nextGrade,
        long subjects) {

    /**
     * What stands.
     *
     * @return the grade, or the state where there is none
     */
    public String from() {
        return grade == null ? state : grade;
    }

    /**
     * What would stand.
     *
     * @return the grade, or the state where there is none
     */
    public String to() {
        return nextGrade == null ? nextState : nextGrade;
    }

    /**
     * Whether anything changes.
     *
     * @return true if grade or state become others
     */
    public boolean isChange() {
        return !from().equals(to());
    }
}
