/** Instants, as the database keeps them. */
@NullMarked
package dev.assay.store.time;

import org.jspecify.annotations.NullMarked;
