/** Ratings in the store: runs that write them, and queries that read them. */
@NullMarked
package dev.assay.store.rating;

import org.jspecify.annotations.NullMarked;
