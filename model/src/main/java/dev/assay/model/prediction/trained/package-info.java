/** What was learned: the file that holds it, and how it scores. Nothing here needs the library that learned it. */
@NullMarked
package dev.assay.model.prediction.trained;

import org.jspecify.annotations.NullMarked;
