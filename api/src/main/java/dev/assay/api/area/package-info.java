/** The figures of an area, for those who act for it. */
@NullMarked
package dev.assay.api.area;

import org.jspecify.annotations.NullMarked;
