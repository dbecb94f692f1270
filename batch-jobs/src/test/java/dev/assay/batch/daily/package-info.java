@NullMarked
package dev.assay.batch.daily;

import org.jspecify.annotations.NullMarked;
