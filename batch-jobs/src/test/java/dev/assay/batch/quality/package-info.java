@NullMarked
package dev.assay.batch.quality;

import org.jspecify.annotations.NullMarked;
