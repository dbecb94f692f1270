package dev.assay.core.grading;

import dev.assay.core.fact.FactKind;
import java.util.List;

/**
 * Which facts are meant.
 *
 * @param kind their kind
 * @param window over which time they count
 * @param place which of them is meant where one is: 1 for the newest, 2 for the one before it, and so on
 * @param where what must hold of each, all of it
 */
public record FactQuery(FactKind kind, Window window, int place, List<FieldCondition> where) {

    /** Copies the list. */
    public FactQuery {
        where = List.copyOf(where);
    }

    /**
     * All such facts, or the newest of them, however long ago.
     *
     * @param kind their kind
     * @param where what must hold of each
     */
    public FactQuery(FactKind kind, List<FieldCondition> where) {
        this(kind, Window.ALWAYS, 1, where);
    }
}
