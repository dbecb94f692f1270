/** What would better a grade: what a business can do, and what time does by itself. */
@NullMarked
package dev.assay.core.improvement;

import org.jspecify.annotations.NullMarked;
