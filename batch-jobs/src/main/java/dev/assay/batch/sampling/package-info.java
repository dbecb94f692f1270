/** A year's samples by category of food: what failed before, from the credit files; who produces, and what was tested where the files do not hold it, from the regulator's sheet. */
@NullMarked
package dev.assay.batch.sampling;

import org.jspecify.annotations.NullMarked;
