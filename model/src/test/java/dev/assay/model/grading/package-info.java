@NullMarked
package dev.assay.model.grading;

import org.jspecify.annotations.NullMarked;
