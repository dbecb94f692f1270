package dev.assay.core.grading;

import java.util.List;

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
}
