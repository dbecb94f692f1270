/** Random draws and where they stand. */
@NullMarked
package dev.assay.store.draw;

import org.jspecify.annotations.NullMarked;
