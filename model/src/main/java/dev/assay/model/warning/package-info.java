/** By what trends are looked for, as a regulator writes it down. */
@NullMarked
package dev.assay.model.warning;

import org.jspecify.annotations.NullMarked;
