/** Predictions over the store: rows for training and judging, and what a trained one foretells. See README.md here. */
@NullMarked
package dev.assay.batch.prediction;

import org.jspecify.annotations.NullMarked;
