package dev.assay.core.grading;

import dev.assay.core.fact.Values;
import java.time.LocalDate;
import java.util.List;

/** Asks fields the questions of the model language, outside of a model. */
public final class FieldQuestions {

    private FieldQuestions() {}

    /**
     * Whether all the answers are yes.
     *
     * @param values the fields of a fact, or of an item of it
     * @param where the questions; none is answered with yes
     * @param asOf the day as of which days are asked
     * @return true if so
     */
    public static boolean hold(Values values, List<FieldCondition> where, LocalDate asOf) {
        return Conditions.meets(values, where, new Horizon(asOf));
    }
}
