@NullMarked
package dev.assay.batch.area;

import org.jspecify.annotations.NullMarked;
