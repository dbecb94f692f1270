/**
 * Judging: what a trained prediction is worth on days that it was not trained on, as a model card. Pure functions; the same rows and seed
 * give the same card.
 */
@NullMarked
package dev.assay.model.prediction.judging;

import org.jspecify.annotations.NullMarked;
