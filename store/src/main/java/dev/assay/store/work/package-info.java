/** Visits that are handed out, and what comes back of them. */
@NullMarked
package dev.assay.store.work;

import org.jspecify.annotations.NullMarked;
