/** Random draws as persons make them, and as they are published. */
@NullMarked
package dev.assay.api.draw;

import org.jspecify.annotations.NullMarked;
