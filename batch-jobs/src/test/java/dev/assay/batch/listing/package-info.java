/** Tests of the listing job. */
@NullMarked
package dev.assay.batch.listing;

import org.jspecify.annotations.NullMarked;
