@NullMarked
package dev.assay.store.publication;

import org.jspecify.annotations.NullMarked;
