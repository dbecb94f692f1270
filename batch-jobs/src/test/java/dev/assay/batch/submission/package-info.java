/** Tests of the files for upload. */
@NullMarked
package dev.assay.batch.submission;

import org.jspecify.annotations.NullMarked;
