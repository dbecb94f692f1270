/** The rules of the serious-violation list, from {@code config/measures} to compiled rules. */
@NullMarked
package dev.assay.model.listing;

import org.jspecify.annotations.NullMarked;
