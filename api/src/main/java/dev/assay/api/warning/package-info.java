/** Alarms of trends, and the moves that people make. */
@NullMarked
package dev.assay.api.warning;

import org.jspecify.annotations.NullMarked;
