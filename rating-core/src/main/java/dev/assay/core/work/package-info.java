/** Visits that are handed out: where they stand, the checklist by which they are made, and what comes back of them as a fact. */
@NullMarked
package dev.assay.core.work;

import org.jspecify.annotations.NullMarked;
