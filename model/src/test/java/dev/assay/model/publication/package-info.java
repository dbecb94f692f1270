@NullMarked
package dev.assay.model.publication;

import org.jspecify.annotations.NullMarked;
