@NullMarked
package dev.assay.batch.intake;

import org.jspecify.annotations.NullMarked;
