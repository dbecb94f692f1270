@NullMarked
package dev.assay.batch.simulate;

import org.jspecify.annotations.NullMarked;
