/** Divisions 行政区划 that outlive their codes. */
@NullMarked
package dev.assay.core.division;

import org.jspecify.annotations.NullMarked;
