package dev.assay.batch.feed;

import java.util.List;

/**
 * The record of another feed that a record belongs to: a violation names the inspection that found it, and that has the business and the day.
 *
 * @param feed the other feed's id
 * @param kind the kind of its fact
 * @param key the columns whose cells make up that record's own key, in its order
 */
public record RecordRule(String feed, String kind, List<Integer> key) {

    /** Copies the list. */
    public RecordRule {
        key = List.copyOf(key);
    }
}
