/** The job that rates: reads credit files by ranges of the business key, grades them, publishes what changed. See README.md here. */
@NullMarked
package dev.assay.batch.rate;

import org.jspecify.annotations.NullMarked;
