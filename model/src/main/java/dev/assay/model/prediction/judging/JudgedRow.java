package dev.assay.model.prediction.judging;

import dev.assay.model.prediction.Observation;

/**
 * An inspection of the window with what was foretold of it. A score is higher where the risk is; NaN where there is none.
 *
 * @param observation the inspection
 * @param probability the prediction, whoever inspects, 0 to 1
 * @param rules the score of the rules alone
 * @param history the score of the business's history alone
 * @param inspector how often the inspector found something in training
 * @param told the prediction's log-odds with the inspector's strictness in the time of training, in log-odds
 * @param random a number drawn with a seed
 */
public record JudgedRow(
        Observation observation,
        double probability,
        double rules,
        double history,
        double inspector,
        double told,
        double random) {

    /**
     * Checks the probability.
     *
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public JudgedRow {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "The prediction (%s) of the inspection %s is no probability.%nMaybe it was not calibrated."
                            .formatted(probability, observation.factKey()));
        }
    }

    /**
     * What a ranker says of the inspection.
     *
     * @param by the ranker
     * @return its score, NaN where there is none
     */
    public double score(Ranker by) {
        return switch (by) {
            case MODEL -> probability;
            case RULES -> rules;
            case HISTORY -> history;
            case INSPECTOR -> inspector;
            case TOLD -> told;
            case RANDOM -> random;
        };
    }
}
