@NullMarked
package dev.assay.core.sampling;

import org.jspecify.annotations.NullMarked;
