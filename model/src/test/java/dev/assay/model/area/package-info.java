@NullMarked
package dev.assay.model.area;

import org.jspecify.annotations.NullMarked;
