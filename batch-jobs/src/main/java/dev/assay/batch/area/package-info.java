/** The figures of an area and a period. */
@NullMarked
package dev.assay.batch.area;

import org.jspecify.annotations.NullMarked;
