/** How long channels show penalties, from {@code config/measures}. */
@NullMarked
package dev.assay.model.publication;

import org.jspecify.annotations.NullMarked;
