/** Papers to governments and departments, from their draft on. */
@NullMarked
package dev.assay.store.escalation;

import org.jspecify.annotations.NullMarked;
