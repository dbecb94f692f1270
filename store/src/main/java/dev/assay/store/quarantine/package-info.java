/** The rows that could not be used. */
@NullMarked
package dev.assay.store.quarantine;

import org.jspecify.annotations.NullMarked;
