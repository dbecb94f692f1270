package dev.assay.model.prediction.judging;

import java.util.List;

/**
 * Whether the prediction ranks the inspections of one and the same inspector, and how inspectors differ.
 *
 * @param each the inspectors of the window, the one with the most inspections first
 * @param leastFound from how many inspections with a fault (and as many without) an inspector counts in {@link #mean}
 * @param counted how many inspectors do
 * @param mean the mean of their areas, each counting alike
 * @param overPairs the mean over all inspectors, each counting by the pairs of inspections with and without a fault: of two inspections by
 *     one inspector, how likely the one with the fault was ranked as the riskier
 * @param effects how strict inspectors were in training, for supervision; it is in no score. Empty where the training estimated none
 */
public record Inspectors(
        List<One> each, int leastFound, int counted, Interval mean, Interval overPairs, List<Effect> effects) {

    /** Copies the lists. */
    public Inspectors {
        each = List.copyOf(each);
        effects = List.copyOf(effects);
    }

    /**
     * An inspector, or a group of them, in the window.
     *
     * @param name the name that the data have
     * @param inspections how many
     * @param found at how many something was found
     * @param area the area under the ROC curve among them, with DeLong's interval
     * @param daysEarlier by how many days these faults would be earlier on average if all inspections of all inspectors were re-ordered by
     *     the prediction; NaN without a fault. Great differences mean that the order follows inspectors
     * @param daysByInspectorAlone the same if they were re-ordered by the inspector alone
     */
    public record One(
            String name, int inspections, int found, Interval area, double daysEarlier, double daysByInspectorAlone) {}

    /**
     * How strict an inspector was in training, all else being alike.
     *
     * @param name the name that the data have
     * @param inspections how many there were in training
     * @param logOdds by how much the log-odds of finding something differ from the average inspector's, with the interval
     */
    public record Effect(String name, int inspections, Interval logOdds) {}
}
