/** Prepares draws from what the store knows, and makes them. */
@NullMarked
package dev.assay.batch.draw;

import org.jspecify.annotations.NullMarked;
