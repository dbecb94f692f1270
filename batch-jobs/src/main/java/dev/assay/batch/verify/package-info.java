/** Proves that one published file and the changes since give another. README.md in this package tells the story. */
@NullMarked
package dev.assay.batch.verify;

import org.jspecify.annotations.NullMarked;
