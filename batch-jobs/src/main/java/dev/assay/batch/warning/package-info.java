/** The daily look for trends in failures. */
@NullMarked
package dev.assay.batch.warning;

import org.jspecify.annotations.NullMarked;
