/** The terms of the procedure after a failed sample, from their files. */
@NullMarked
package dev.assay.model.sampling;

import org.jspecify.annotations.NullMarked;
