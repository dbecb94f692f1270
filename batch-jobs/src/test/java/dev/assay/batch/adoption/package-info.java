@NullMarked
package dev.assay.batch.adoption;

import org.jspecify.annotations.NullMarked;
