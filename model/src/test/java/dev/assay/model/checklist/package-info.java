@NullMarked
package dev.assay.model.checklist;

import org.jspecify.annotations.NullMarked;
