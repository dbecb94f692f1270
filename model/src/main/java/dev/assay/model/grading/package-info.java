/** The model language: the text of a grading model, its faults, and the compiled model. {@code docs/model-language.md} explains it. */
@NullMarked
package dev.assay.model.grading;

import org.jspecify.annotations.NullMarked;
