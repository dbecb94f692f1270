/** Takes the list of inspectors in. */
@NullMarked
package dev.assay.batch.inspector;

import org.jspecify.annotations.NullMarked;
