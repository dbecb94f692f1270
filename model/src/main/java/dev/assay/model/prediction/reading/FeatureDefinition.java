package dev.assay.model.prediction.reading;

import dev.assay.model.prediction.Feature;

/**
 * A feature, and how it is read.
 *
 * @param feature the feature
 * @param reading how it is read
 * @param history whether it is one of those from which the baseline “history only” is learned
 */
public record FeatureDefinition(Feature feature, Reading reading, boolean history) {}
