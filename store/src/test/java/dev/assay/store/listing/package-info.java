@NullMarked
package dev.assay.store.listing;

import org.jspecify.annotations.NullMarked;
