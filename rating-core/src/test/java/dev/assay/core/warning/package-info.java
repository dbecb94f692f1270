@NullMarked
package dev.assay.core.warning;

import org.jspecify.annotations.NullMarked;
