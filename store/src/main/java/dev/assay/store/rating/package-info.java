/** Reading ratings: those that stand, those that stood, and how many there are of each. */
@NullMarked
package dev.assay.store.rating;

import org.jspecify.annotations.NullMarked;
