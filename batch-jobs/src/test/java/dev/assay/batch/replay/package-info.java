@NullMarked
package dev.assay.batch.replay;

import org.jspecify.annotations.NullMarked;
