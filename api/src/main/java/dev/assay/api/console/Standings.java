package dev.assay.api.console;

import dev.assay.core.grading.RatingState;
import dev.assay.model.simulation.GradedTwice;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Grades and states as people see them: their order from best to worst, states last, and the colour of each. */
public class Standings {

    /** Letters and numbers share one scale of four colours. */
    private static final Map<String, String> TONES =
            Map.of("A", "a", "B", "b", "C", "c", "D", "d", "5", "a", "4", "b", "3", "b", "2", "c", "1", "d", "0", "d");

    private static final List<String> ORDER = List.of("A", "B", "C", "D", "5", "4", "3", "2", "1", "0");

    /** The states; and that of whom a model does not cover, which only simulations tell. */
    private static final List<String> STATES = Stream.concat(
                    Arrays.stream(RatingState.values()).map(Enum::name), Stream.of(GradedTwice.NOT_COVERED))
            .toList();

    /** Grades from best to worst, then states in their own order, then anything else by name. */
    static final Comparator<String> BEST_FIRST =
            Comparator.comparingInt(Standings::place).thenComparing(Comparator.naturalOrder());

    private static int place(String standing) {
        int grade = ORDER.indexOf(standing);
        if (grade >= 0) {
            return grade;
        }
        int state = STATES.indexOf(standing);
        return ORDER.size() + (state >= 0 ? state + 1 : 0);
    }

    /**
     * Whether a standing is a state rather than a grade.
     *
     * @param standing a grade or a state's name
     * @return true for a state
     */
    public boolean isState(String standing) {
        return STATES.contains(standing);
    }

    /**
     * The colour of a standing.
     *
     * @param standing a grade or a state's name
     * @return {@code a} to {@code d} for the four colours, the state's name in lower case for a state, {@code other} for other grades
     */
    public String tone(String standing) {
        return isState(standing) ? standing.toLowerCase(Locale.ROOT) : TONES.getOrDefault(standing, "other");
    }
}
