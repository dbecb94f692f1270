/** The keys with which the authority signs what it publishes. */
@NullMarked
package dev.assay.batch.signing;

import org.jspecify.annotations.NullMarked;
