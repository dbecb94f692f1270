/** Whose names are these? The API's way to the name resolver. */
@NullMarked
package dev.assay.api.match;

import org.jspecify.annotations.NullMarked;
