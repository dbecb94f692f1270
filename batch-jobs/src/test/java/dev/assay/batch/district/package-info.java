@NullMarked
package dev.assay.batch.district;

import org.jspecify.annotations.NullMarked;
