/** A year's plan of inspections: what is due, who can go, and what a plan is worth. */
@NullMarked
package dev.assay.core.planning;

import org.jspecify.annotations.NullMarked;
