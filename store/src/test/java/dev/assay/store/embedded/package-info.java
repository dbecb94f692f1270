@NullMarked
package dev.assay.store.embedded;

import org.jspecify.annotations.NullMarked;
