@NullMarked
package dev.assay.core.publication;

import org.jspecify.annotations.NullMarked;
