package dev.assay.model.prediction.judging;

/**
 * What one ranking of the window's inspections is worth.
 *
 * @param by what they were ranked by
 * @param without inspections without a score, placed at the mean of the others
 * @param area the area under the ROC curve, with DeLong's interval
 * @param gain by how much the prediction's area exceeds this one, both being correlated; untold for the prediction itself
 * @param liftOfDecile the lift in the riskiest tenth
 * @param liftAtCapacity the lift at the inspectors' capacity
 * @param overall days earlier, all inspections re-ordered
 * @param withinInspector days earlier, re-ordered among the inspections of each inspector
 * @param withinDistrict days earlier, re-ordered within each district
 */
public record RankerFigures(
        Ranker by,
        int without,
        Interval area,
        Interval gain,
        double liftOfDecile,
        double liftAtCapacity,
        DaysEarlier overall,
        DaysEarlier withinInspector,
        DaysEarlier withinDistrict) {}
