/** Alarms of trends in failures, and what became of each. */
@NullMarked
package dev.assay.store.warning;

import org.jspecify.annotations.NullMarked;
