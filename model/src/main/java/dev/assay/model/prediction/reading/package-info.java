/** How credit files become rows: what a prediction reads of a file as of the day before an inspection, and of what was found elsewhere. */
@NullMarked
package dev.assay.model.prediction.reading;

import org.jspecify.annotations.NullMarked;
