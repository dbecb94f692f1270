/** The job that proposes serious violators from penalties. See README.md here. */
@NullMarked
package dev.assay.batch.listing;

import org.jspecify.annotations.NullMarked;
