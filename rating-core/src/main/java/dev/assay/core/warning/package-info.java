/** Early warning: which series of failures rise above their own past, and what becomes of the alarm. */
@NullMarked
package dev.assay.core.warning;

import org.jspecify.annotations.NullMarked;
