/** Work that reads all businesses by ranges of their keys, several ranges at a time, and leaves nothing in the store. */
@NullMarked
package dev.assay.batch.range;

import org.jspecify.annotations.NullMarked;
