/** Simulates a model: reads credit files by ranges of the business key, grades each by two models, writes nothing to the store. See README.md here. */
@NullMarked
package dev.assay.batch.simulate;

import org.jspecify.annotations.NullMarked;
