/**
 * What becomes of grades if another model is put in force: counts, moves and shifts of two ratings of the same subjects. Pure: whoever
 * reads the credit files hands each subject over once, graded by both models; memory depends on the models and not on the subjects.
 */
@NullMarked
package dev.assay.model.simulation;

import org.jspecify.annotations.NullMarked;
