/** The plans of inspections that are kept: what was planned, where each stands, and what came of its visits. */
@NullMarked
package dev.assay.store.plan;

import org.jspecify.annotations.NullMarked;
