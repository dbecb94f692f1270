@NullMarked
package dev.assay.store.fact;

import org.jspecify.annotations.NullMarked;
