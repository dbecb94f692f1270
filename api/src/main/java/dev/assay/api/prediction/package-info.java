/** Predictions on their way into use, and what is watched of them. */
@NullMarked
package dev.assay.api.prediction;

import org.jspecify.annotations.NullMarked;
