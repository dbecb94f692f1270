/** Papers by which a higher authority presses a government or a department. */
@NullMarked
package dev.assay.core.escalation;

import org.jspecify.annotations.NullMarked;
