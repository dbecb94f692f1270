/** What supervision learns of those who inspect: who finds more than others would have, scores that stop short of a threshold, offices that drift. */
@NullMarked
package dev.assay.model.prediction.supervision;

import org.jspecify.annotations.NullMarked;
