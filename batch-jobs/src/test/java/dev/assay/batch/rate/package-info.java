@NullMarked
package dev.assay.batch.rate;

import org.jspecify.annotations.NullMarked;
