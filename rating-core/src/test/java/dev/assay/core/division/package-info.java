@NullMarked
package dev.assay.core.division;

import org.jspecify.annotations.NullMarked;
