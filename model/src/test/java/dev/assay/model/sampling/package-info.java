@NullMarked
package dev.assay.model.sampling;

import org.jspecify.annotations.NullMarked;
