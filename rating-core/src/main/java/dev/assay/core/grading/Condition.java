package dev.assay.core.grading;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of a subject's facts for a rule to apply. */
public sealed interface Condition {

    /** Holds always. */
    record Always() implements Condition {}

    /**
     * All of these hold.
     *
     * @param parts the conditions, read in order until one fails
     */
    record All(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public All {
            parts = List.copyOf(parts);
        }
    }

    /**
     * One of these holds.
     *
     * @param parts the conditions, read in order until one holds
     */
    record Any(List<Condition> parts) implements Condition {
        /** Copies the list. */
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * This does not hold.
     *
     * @param part the condition
     */
    record Not(Condition part) implements Condition {}

    /**
     * There is such a fact.
     *
     * @param facts which
     */
    record Exists(FactQuery facts) implements Condition {}

    /**
     * The newest of these facts is there and answers so.
     *
     * @param facts which
     * @param where what must hold of the newest
     */
    record Newest(FactQuery facts, List<FieldCondition> where) implements Condition {
        /** Copies the list. */
        public Newest {
            where = List.copyOf(where);
        }
    }

    /**
     * There are so many such facts.
     *
     * @param facts which
     * @param atLeast the fewest, from 0
     * @param atMost the most; null for no limit
     * @param insideMonths if above 0, {@code atLeast} of them must lie within so many months of each other, and the window is that of the
     *     last of them
     */
    record Count(FactQuery facts, int atLeast, @Nullable Integer atMost, int insideMonths) implements Condition {}

    /**
     * An input model gives one of these grades.
     *
     * @param input the input model
     * @param grades the grades
     */
    record InputGrade(ModelInput input, Set<String> grades) implements Condition {
        /** Copies the set. */
        public InputGrade {
            grades = Set.copyOf(grades);
        }
    }
}
