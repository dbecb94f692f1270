package dev.assay.model.prediction;

import java.util.List;

/** A trained prediction. Immutable and thread-safe; needs no library. */
public interface Predictor {

    /**
     * How likely the next inspection finds what is foretold, whoever makes it.
     *
     * @param values the features, as of the day
     * @return the calibrated probability, 0 to 1
     */
    double probability(FeatureValues values);

    /**
     * What each feature gave to a prediction, in log-odds before calibration, against the average of the training rows.
     *
     * @param values the features, as of the day
     * @return one for each feature, in their order; they add up to {@link #logOdds} less {@link #averageLogOdds}
     */
    List<Contribution> contributions(FeatureValues values);

    /**
     * The prediction before calibration.
     *
     * @param values the features
     * @return the log-odds
     */
    double logOdds(FeatureValues values);

    /**
     * The log-odds from which contributions count.
     *
     * @return the average over the training rows
     */
    double averageLogOdds();

    /**
     * What a feature gave.
     *
     * @param feature its id
     * @param value what was read, in words of a number or a text; empty where there was nothing to read
     * @param logOdds what it gave, in log-odds
     */
    record Contribution(String feature, String value, double logOdds) {}
}
