/** The measure job: how good the delivered data are, and which feeds went silent. */
@NullMarked
package dev.assay.batch.quality;

import org.jspecify.annotations.NullMarked;
