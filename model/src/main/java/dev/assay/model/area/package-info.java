/** Figures of areas and inhabitants of divisions, as a regulator writes them down. */
@NullMarked
package dev.assay.model.area;

import org.jspecify.annotations.NullMarked;
