package dev.assay.batch.feed;

import java.util.Set;

/**
 * How one field of a fact is filled.
 *
 * @param field the field's name
 * @param source where its text comes from
 * @param conversion how the text becomes a value
 * @param nullMarks cells that mean nothing, for this field
 * @param need what becomes of the row where there is no value
 */
public record FieldRule(String field, CellSource source, Conversion conversion, Set<String> nullMarks, Need need) {

    /** How much a field matters. */
    public enum Need {
        /** An empty text or one that cannot be read refuses the row. */
        REQUIRED,
        /** An empty text leaves the field out, one that cannot be read refuses the row. */
        OPTIONAL,
        /** An empty text leaves the field out, and so does one that cannot be read, with a warning. */
        LENIENT
    }

    /** Copies the marks. */
    public FieldRule {
        nullMarks = Set.copyOf(nullMarks);
    }
}
