@NullMarked
package dev.assay.model.division;

import org.jspecify.annotations.NullMarked;
