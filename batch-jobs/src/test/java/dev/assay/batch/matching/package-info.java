@NullMarked
package dev.assay.batch.matching;

import org.jspecify.annotations.NullMarked;
