/** Facts as a person enters them: what was written becomes typed fields, or faults that name the field. */
@NullMarked
package dev.assay.core.entry;

import org.jspecify.annotations.NullMarked;
