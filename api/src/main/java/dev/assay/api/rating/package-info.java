/** Ratings and their explanations in the API. */
@NullMarked
package dev.assay.api.rating;

import org.jspecify.annotations.NullMarked;
