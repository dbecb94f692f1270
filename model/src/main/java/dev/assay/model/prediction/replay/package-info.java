/** Whether visits by grade or by prediction would have found more: plans replayed on visits that were made. Begin at {@code Replaying}. */
@NullMarked
package dev.assay.model.prediction.replay;

import org.jspecify.annotations.NullMarked;
