@NullMarked
package dev.assay.model.plan;

import org.jspecify.annotations.NullMarked;
