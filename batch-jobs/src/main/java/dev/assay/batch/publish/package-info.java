/** Files for those who act on grades and lists: written whole or not at all. See README.md here. */
@NullMarked
package dev.assay.batch.publish;

import org.jspecify.annotations.NullMarked;
