/** Checklists of visits as files of the configuration. */
@NullMarked
package dev.assay.model.checklist;

import org.jspecify.annotations.NullMarked;
