/** The serious-violation list: public entries in the API, and the deciding of cases. */
@NullMarked
package dev.assay.api.listing;

import org.jspecify.annotations.NullMarked;
