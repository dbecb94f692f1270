/** The rows behind the figures of an area, and their counts. */
@NullMarked
package dev.assay.store.area;

import org.jspecify.annotations.NullMarked;
