/** Legal time: deadlines in calendar days and in working days. */
@NullMarked
package dev.assay.core.time;

import org.jspecify.annotations.NullMarked;
