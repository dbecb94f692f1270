/** Versions of grading models on their way into force. */
@NullMarked
package dev.assay.store.adoption;

import org.jspecify.annotations.NullMarked;
