/** Figures of an area: what is counted, among what, and against which target. */
@NullMarked
package dev.assay.core.area;

import org.jspecify.annotations.NullMarked;
