package dev.assay.core.grading;

import dev.assay.core.fact.Field;
import java.util.List;

/** A number that is made from facts. */
public sealed interface Quantity {

    /**
     * How many facts there are; 0 if there is none.
     *
     * @param facts which
     */
    record Count(FactQuery facts) implements Quantity {}

    /**
     * How many items the newest fact has; nothing to read without such a fact.
     *
     * @param facts the newest of these is read
     * @param field its field of items
     * @param where which items count
     */
    record ItemCount(FactQuery facts, Field field, List<FieldCondition> where) implements Quantity {
        /** Copies the list. */
        public ItemCount {
            where = List.copyOf(where);
        }
    }

    /**
     * A decimal field over several facts. Facts without the field are left out; a sum of none is 0, anything else of none is nothing to
     * read.
     *
     * @param facts which
     * @param field the field, a decimal
     * @param how what is made of its values
     */
    record Aggregate(FactQuery facts, Field field, How how) implements Quantity {}

    /** What is made of several values. */
    enum How {
        /** Their sum. */
        SUM,
        /** The highest. */
        HIGHEST,
        /** The lowest. */
        LOWEST,
        /** Their sum divided by their number, an exact quotient. */
        AVERAGE,
        /** That of the newest fact that has one. */
        LATEST
    }

    /**
     * The share of facts that are so, an exact quotient from 0 to 1; nothing to read where there is no fact.
     *
     * @param facts all of them
     * @param hit what must hold of those above the line
     */
    record FactShare(FactQuery facts, List<FieldCondition> hit) implements Quantity {
        /** Copies the list. */
        public FactShare {
            hit = List.copyOf(hit);
        }
    }

    /**
     * The whole time since the latest of several days; nothing to read where there is no such day.
     *
     * @param starts whose days count
     * @param unit in what it is told
     */
    record Since(List<Start> starts, Unit unit) implements Quantity {
        /** Copies the list. */
        public Since {
            starts = List.copyOf(starts);
        }
    }

    /**
     * From what time is reckoned.
     *
     * @param facts which facts
     * @param oldest whether the oldest of them is meant, or the newest
     */
    record Start(FactQuery facts, boolean oldest) {}

    /** In what time is told: only what has passed in full counts. */
    enum Unit {
        /** Days. */
        DAYS,
        /** Months. */
        MONTHS
    }
}
