package dev.assay.core.grading;

import dev.assay.core.fact.FactKind;
import java.util.List;

/**
 * Which facts are meant.
 *
 * @param kind their kind
 * @param months how far back they count: a fact counts up to and including the day that many months after it happened; 0 for no limit
 * @param place which of them is meant where one is: 1 for the newest, 2 for the one before it, and so on
 * @param where what must hold of each, all of it
 */
public record FactQuery(FactKind kind, int months, int place, List<FieldCondition> where) {

    /** Copies the list. */
    public FactQuery {
        where = List.copyOf(where);
    }

    /**
     * All such facts, or the newest of them.
     *
     * @param kind their kind
     * @param months how far back they count; 0 for no limit
     * @param where what must hold of each
     */
    public FactQuery(FactKind kind, int months, List<FieldCondition> where) {
        this(kind, months, 1, where);
    }
}
