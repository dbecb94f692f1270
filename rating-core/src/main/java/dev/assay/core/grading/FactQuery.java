package dev.assay.core.grading;

import dev.assay.core.fact.FactKind;
import java.util.List;

/**
 * Which facts are meant.
 *
 * @param kind their kind
 * @param months how far back they count: a fact counts up to and including the day that many months after it happened; 0 for no limit
 * @param where what must hold of each, all of it
 */
public record FactQuery(FactKind kind, int months, List<FieldCondition> where) {

    /** Copies the list. */
    public FactQuery {
        where = List.copyOf(where);
    }
}
