package dev.assay.model.prediction;

import org.jspecify.annotations.Nullable;

/**
 * The values of all features of a definition, in its order. Not to be changed after it was made.
 *
 * @param numbers of each feature its number, NaN where there is nothing to read or it is a text
 * @param texts of each feature its text, null where there is nothing to read or it is a number
 */
@SuppressWarnings("ArrayRecordComponent") // millions are made; the arrays are never shared with one who writes
public record FeatureValues(double[] numbers, @Nullable String[] texts) {}
