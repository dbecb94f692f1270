/** Requests that came before, so that they can be repeated under their keys. */
@NullMarked
package dev.assay.store.repetition;

import org.jspecify.annotations.NullMarked;
