@NullMarked
package dev.assay.model.warning;

import org.jspecify.annotations.NullMarked;
