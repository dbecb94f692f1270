/** What changes between two grading models, in words. Documents are compared by what they say, not by where it stands. */
@NullMarked
package dev.assay.model.comparison;

import org.jspecify.annotations.NullMarked;
