@NullMarked
package dev.assay.store.load;

import org.jspecify.annotations.NullMarked;
