@NullMarked
package dev.assay.model.comparison;

import org.jspecify.annotations.NullMarked;
