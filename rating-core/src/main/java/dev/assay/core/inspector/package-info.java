/** Who inspects. */
@NullMarked
package dev.assay.core.inspector;

import org.jspecify.annotations.NullMarked;
