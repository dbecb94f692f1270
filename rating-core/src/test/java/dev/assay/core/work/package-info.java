@NullMarked
package dev.assay.core.work;

import org.jspecify.annotations.NullMarked;
