package dev.assay.model.prediction.judging;

import java.time.LocalDate;

/**
 * How a learner did on a block of training days that it was not shown, when learners were chosen.
 *
 * @param learner the learner
 * @param from the first day of the block
 * @param to its last day
 * @param inspections the inspections of the block
 * @param area the area under the ROC curve, 0 to 1
 * @param chosen whether this learner was chosen
 */
public record Fold(String learner, LocalDate from, LocalDate to, int inspections, double area, boolean chosen) {}
