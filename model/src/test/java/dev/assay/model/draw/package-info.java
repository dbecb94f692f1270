@NullMarked
package dev.assay.model.draw;

import org.jspecify.annotations.NullMarked;
