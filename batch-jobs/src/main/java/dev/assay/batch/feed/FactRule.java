package dev.assay.batch.feed;

import dev.assay.core.fact.FactKind;
import dev.assay.core.identity.IdentitySchemes;
import java.util.List;
import java.util.Optional;

/**
 * How a record becomes a fact of one kind.
 *
 * @param kind the kind
 * @param when columns of which at least one must be filled; empty where the fact is always made
 * @param key the parts of the record's own key, in order
 * @param occurredOn the column of the day on which it happened, and how it is written; empty where it is the as-at day
 * @param dayOf the record of another feed whose day it shares where it has none of its own; empty where there is none
 * @param licence the column of the licence number that the fact concerns; empty where it concerns the business as a whole
 * @param alias the scheme and column of another identity of the business that this fact tells
 * @param fields the fields
 */
public record FactRule(
        FactKind kind,
        List<Integer> when,
        List<KeyPart> key,
        Optional<DayRule> occurredOn,
        Optional<RecordRule> dayOf,
        Optional<Integer> licence,
        Optional<Alias> alias,
        List<FieldRule> fields) {

    /** Copies the lists. */
    public FactRule {
        when = List.copyOf(when);
        key = List.copyOf(key);
        fields = List.copyOf(fields);
    }

    /**
     * Whether its licence is a food licence with a number of that form: it is, unless the fact tells that number under another scheme.
     *
     * @return true if the number's form and check digit should be looked at
     */
    boolean isOfFoodLicence() {
        return alias.filter(other -> licence.isPresent() && licence.get() == other.column())
                .map(other -> other.scheme().equals(IdentitySchemes.FOOD_LICENCE))
                .orElse(true);
    }

    /**
     * A part of a record's key.
     *
     * @param column the column; negative for the file's as-at day
     * @param required whether an empty cell refuses the row
     */
    public record KeyPart(int column, boolean required) {

        /** The as-at day as a part of the key. */
        public static final KeyPart AS_AT = new KeyPart(-1, false);
    }

    /**
     * The day on which something happened.
     *
     * @param column the column
     * @param days how it may be written
     * @param need what becomes of an empty cell, or of one that cannot be read; where the row is taken, it is the as-at day
     */
    public record DayRule(int column, DayPatterns days, FieldRule.Need need) {}

    /**
     * Another identity of a business.
     *
     * @param scheme the scheme
     * @param column the column
     */
    public record Alias(String scheme, int column) {}
}
