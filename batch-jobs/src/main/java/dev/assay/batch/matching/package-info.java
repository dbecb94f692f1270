/**
 * Whose record is it? Names are taken apart, candidates come from a Lucene index of the register, and each candidate's score is explained
 * part by part. Nothing here writes: whoever asks decides what becomes of the answer.
 */
@NullMarked
package dev.assay.batch.matching;

import org.jspecify.annotations.NullMarked;
