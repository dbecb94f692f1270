package dev.assay.batch.feed;

/**
 * How one field of a fact is filled.
 *
 * @param field the field's name
 * @param source where its text comes from
 * @param conversion how the text becomes a value
 * @param required whether an empty text refuses the row; otherwise the field is absent
 */
public record FieldRule(String field, CellSource source, Conversion conversion, boolean required) {}
