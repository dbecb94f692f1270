@NullMarked
package dev.assay.batch.preset;

import org.jspecify.annotations.NullMarked;
