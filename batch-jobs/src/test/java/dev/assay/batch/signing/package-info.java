@NullMarked
package dev.assay.batch.signing;

import org.jspecify.annotations.NullMarked;
