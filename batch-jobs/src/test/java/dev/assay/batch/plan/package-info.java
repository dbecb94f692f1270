@NullMarked
package dev.assay.batch.plan;

import org.jspecify.annotations.NullMarked;
