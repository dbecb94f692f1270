package dev.assay.core.fact;

/** What a field of a fact holds. */
public enum FieldType {
    /** Text, a {@code String}. */
    TEXT,
    /** An exact decimal, a {@code BigDecimal}, in the unit that the field names. */
    DECIMAL,
    /** A day, kept as its ISO text {@code 2026-11-22}. */
    DAY,
    /** Yes or no, a {@code Boolean}. */
    FLAG,
    /**
     * A measured value as its source wrote it, a {@code String}; {@link Measure#parse} reads the number in it. Nothing but the text is
     * kept, so that what was recorded as plain text is a measured value too.
     */
    MEASURE,
    /**
     * The number of a person's identity document: a {@link PersonNumber} on its way into the store, and a token in its place, a
     * {@code String}, in every fact. Models can ask whether it is there and nothing else.
     */
    PERSON_ID,
    /** A list of texts. */
    TEXTS,
    /** A list of {@link Values}, each with the fields of the item. */
    ITEMS
}
