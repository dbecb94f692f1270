/** Visits that are handed out: who hands them out, who sees them, and what comes back. */
@NullMarked
package dev.assay.api.work;

import org.jspecify.annotations.NullMarked;
