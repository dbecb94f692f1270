package dev.assay.core.grading;

import dev.assay.core.fact.Field;

/**
 * A question about a field that a kind of fact has.
 *
 * @param field the field
 * @param test the question, fit for the field's type
 */
public record FieldCondition(Field field, FieldTest test) {}
