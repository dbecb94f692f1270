/** Papers to governments and departments: on which grounds they are drafted, and who issues them. */
@NullMarked
package dev.assay.api.escalation;

import org.jspecify.annotations.NullMarked;
