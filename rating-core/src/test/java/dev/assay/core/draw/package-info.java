@NullMarked
package dev.assay.core.draw;

import org.jspecify.annotations.NullMarked;
