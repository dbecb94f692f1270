@NullMarked
package dev.assay.model.simulation;

import org.jspecify.annotations.NullMarked;
