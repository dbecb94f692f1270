@NullMarked
package dev.assay.batch;

import org.jspecify.annotations.NullMarked;
