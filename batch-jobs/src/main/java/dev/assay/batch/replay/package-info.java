/** Replays of plans: what visits by grade or by prediction would have found, on visits that were made. */
@NullMarked
package dev.assay.batch.replay;

import org.jspecify.annotations.NullMarked;
