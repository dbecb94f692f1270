/** Prediction: what past inspections teach about where the next serious fault is likely. The one place where numbers are floating. */
@NullMarked
package dev.assay.model.prediction;

import org.jspecify.annotations.NullMarked;
