/**
 * What the columns of a sheet of unknown layout may be: the words of each header, read with a vocabulary of {@code config/headers},
 * and the values below it. It proposes; a person decides. Confidence is a judgement between 0 and 1 and no figure of a grade.
 */
@NullMarked
package dev.assay.batch.proposal;

import org.jspecify.annotations.NullMarked;
