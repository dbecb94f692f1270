@NullMarked
package dev.assay.batch.inspector;

import org.jspecify.annotations.NullMarked;
