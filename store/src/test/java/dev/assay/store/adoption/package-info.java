@NullMarked
package dev.assay.store.adoption;

import org.jspecify.annotations.NullMarked;
