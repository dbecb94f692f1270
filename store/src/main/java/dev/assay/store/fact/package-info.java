/** Facts as the store keeps them: their JSON, and credit files read in order. */
@NullMarked
package dev.assay.store.fact;

import org.jspecify.annotations.NullMarked;
