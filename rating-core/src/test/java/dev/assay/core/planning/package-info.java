@NullMarked
package dev.assay.core.planning;

import org.jspecify.annotations.NullMarked;
