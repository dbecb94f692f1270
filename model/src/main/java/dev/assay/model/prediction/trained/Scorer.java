package dev.assay.model.prediction.trained;

import dev.assay.model.prediction.FeatureValues;
import java.util.List;

/** A scoring form made ready to score. Immutable and thread-safe. */
public sealed interface Scorer permits CardScorer, TreeScorer {

    /**
     * Makes a form ready.
     *
     * @param features what it reads
     * @param form the form
     * @return the scorer
     * @throws IllegalArgumentException if the form does not fit the features
     */
    static Scorer of(List<FeatureReading> features, ScoringForm form) {
        return switch (form) {
            case ScoringForm.Scorecard card -> new CardScorer(features, card);
            case ScoringForm.Trees trees -> new TreeScorer(features, trees);
        };
    }

    /**
     * The prediction before calibration.
     *
     * @param values the features
     * @return the log-odds
     */
    double logOdds(FeatureValues values);

    /**
     * What each feature gave against the average.
     *
     * @param values the features
     * @return one for each feature; they add up to {@link #logOdds} less {@link #average}
     */
    double[] contributions(FeatureValues values);

    /**
     * The log-odds from which contributions count.
     *
     * @return the average over the training rows
     */
    double average();
}
