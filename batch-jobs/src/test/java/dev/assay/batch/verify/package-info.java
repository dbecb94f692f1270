@NullMarked
package dev.assay.batch.verify;

import org.jspecify.annotations.NullMarked;
