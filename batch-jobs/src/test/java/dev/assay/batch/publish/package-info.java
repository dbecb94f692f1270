@NullMarked
package dev.assay.batch.publish;

import org.jspecify.annotations.NullMarked;
