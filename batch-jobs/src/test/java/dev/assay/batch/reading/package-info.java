@NullMarked
package dev.assay.batch.reading;

import org.jspecify.annotations.NullMarked;
