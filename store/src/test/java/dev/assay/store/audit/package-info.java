@NullMarked
package dev.assay.store.audit;

import org.jspecify.annotations.NullMarked;
