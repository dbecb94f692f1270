/** Learning: from observations to a trained prediction. The one place that uses Smile. */
@NullMarked
package dev.assay.model.prediction.learning;

import org.jspecify.annotations.NullMarked;
