/** How failures are answered. */
@NullMarked
package dev.assay.api.problem;

import org.jspecify.annotations.NullMarked;
