@NullMarked
package dev.assay.batch.warning;

import org.jspecify.annotations.NullMarked;
