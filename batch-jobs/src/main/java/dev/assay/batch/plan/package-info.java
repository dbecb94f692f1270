/** Plans a year of inspections: what is due, built by our own code, bettered week by week by Timefold. */
@NullMarked
package dev.assay.batch.plan;

import org.jspecify.annotations.NullMarked;
