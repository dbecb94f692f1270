package dev.assay.core.area;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be counted in an area: each a set of rows that can be listed, so that a count is never more than its rows. */
public enum RowSet {
    /** Businesses known by the as-of day that are not closed on it: either no licence is known of them, or one stands. */
    BUSINESSES("businesses", null),
    /** Those of them with an inspection within the period. */
    INSPECTED("inspected", BUSINESSES),
    /** Those of them of whom anything else than their description is known. */
    ON_FILE("on-file", BUSINESSES),
    /** Samples taken within the period, whatever came out. */
    SAMPLES("samples", null),
    /** Samples taken within the period for evaluation whose result is known. */
    EVALUATED("evaluated", null),
    /** Those of them that passed. */
    EVALUATED_PASSED("evaluated-passed", EVALUATED),
    /** Failed samples reported within the period that were not overturned by the as-of day. */
    FAILURES("failures", null),
    /** Those of them that were disposed of by the as-of day. */
    DISPOSED("disposed", FAILURES),
    /** Subjects that a model grades, as it stood on the as-of day. */
    RATED("rated", null),
    /** The same, by grade. */
    GRADED("graded", RATED),
    /** Visits handed out within the period and not withdrawn. */
    VISITS("visits", null),
    /** Those of them with a result by the as-of day. */
    VISITS_DONE("visits-done", VISITS),
    /**
     * Visits that plans in force have for a day of the period, or left out though due in it, and those made that plans superseded since had for
     * it.
     */
    PLANNED("planned", null),
    /** Those of them with a result by the as-of day. */
    PLANNED_DONE("planned-done", PLANNED),
    /** Penalty cases filed within the period, whatever came of them. */
    CASES_FILED("cases-filed", null),
    /** Those of them that by the as-of day are closed, or whose term is over. */
    CASES_DUE("cases-due", null),
    /** Those of these that are closed by the as-of day. */
    CASES_CLOSED("cases-closed", CASES_DUE);

    private final String code;
    private final @Nullable RowSet whole;

    RowSet(String code, @Nullable RowSet whole) {
        this.code = code;
        this.whole = whole;
    }

    /**
     * The word for it in configuration and addresses.
     *
     * @return such as {@code on-file}
     */
    public String code() {
        return code;
    }

    /**
     * Of which other set it is a part.
     *
     * @return the set that holds all its rows, or empty
     */
    public Optional<RowSet> findWhole() {
        return Optional.ofNullable(whole);
    }

    /**
     * Whether it needs a model.
     *
     * @return true for what is graded
     */
    public boolean needsModel() {
        return this == RATED || this == GRADED;
    }

    /**
     * Whether its rows are visits.
     *
     * @return true for visits, planned or handed out
     */
    public boolean isOfVisits() {
        return this == VISITS || this == VISITS_DONE || this == PLANNED || this == PLANNED_DONE;
    }

    /**
     * Whether it needs a term.
     *
     * @return true for what is counted once its term is over
     */
    public boolean needsTerm() {
        return this == CASES_DUE || this == CASES_CLOSED;
    }

    /**
     * The set of a word.
     *
     * @param code the word
     * @return the set, or empty
     */
    public static Optional<RowSet> find(String code) {
        return Arrays.stream(values()).filter(set -> set.code.equals(code)).findFirst();
    }

    /**
     * All words.
     *
     * @return them, in order
     */
    public static List<String> codes() {
        return Arrays.stream(values()).map(RowSet::code).toList();
    }
}
