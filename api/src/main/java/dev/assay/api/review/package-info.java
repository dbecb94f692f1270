/** Whose record is it? The questions that the resolver leaves to a person, in the API, and the carrying out of answers. */
@NullMarked
package dev.assay.api.review;

import org.jspecify.annotations.NullMarked;
