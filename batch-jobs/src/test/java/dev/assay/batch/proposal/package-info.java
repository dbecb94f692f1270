@NullMarked
package dev.assay.batch.proposal;

import org.jspecify.annotations.NullMarked;
