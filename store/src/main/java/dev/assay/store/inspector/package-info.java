/** Who inspects, when they are away, and where they do not go. */
@NullMarked
package dev.assay.store.inspector;

import org.jspecify.annotations.NullMarked;
