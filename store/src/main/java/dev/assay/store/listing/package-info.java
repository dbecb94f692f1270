/** Cases for the serious-violation list: reading them and writing down what was decided. */
@NullMarked
package dev.assay.store.listing;

import org.jspecify.annotations.NullMarked;
