/** What a year's plan of inspections goes by, as a regulator writes it down. */
@NullMarked
package dev.assay.model.plan;

import org.jspecify.annotations.NullMarked;
