@NullMarked
package dev.assay.core.area;

import org.jspecify.annotations.NullMarked;
