package dev.assay.model.prediction.judging;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Predictor;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to be known of a training to judge what came of it.
 *
 * @param sample the inspections that were learned from
 * @param features what is read, in the order of {@code reference}
 * @param reference how features and predictions were spread
 * @param folds how learners did when one was chosen, at least one
 * @param effects how strict inspectors were; empty where the training estimated none
 */
public record TrainingFacts(
        Sample sample,
        List<Importance> features,
        Reference reference,
        List<Fold> folds,
        List<Inspectors.Effect> effects) {

    private static final int MOST_EXPLAINED = 2000;

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the features are not those of the reference
     */
    public TrainingFacts {
        features = List.copyOf(features);
        folds = List.copyOf(folds);
        effects = List.copyOf(effects);
        List<String> ids = features.stream().map(one -> one.feature().id()).toList();
        List<String> spread =
                reference.features().stream().map(Reference.Spread::id).toList();
        if (!ids.equals(spread)) {
            throw new IllegalArgumentException(
                    "The features (%s) are not those of which the spread was kept (%s).%nMaybe they are of two trainings."
                            .formatted(ids, spread));
        }
    }

    /**
     * What has to be known of a training, from its rows.
     *
     * @param sample the inspections that were learned from
     * @param features what is read
     * @param predictor what came of the training
     * @param rows the values of the rows that were learned from
     * @param folds how learners did when one was chosen
     * @param effects how strict inspectors were
     * @return the facts; importances are those of at most 2,000 rows, taken at even distances
     */
    public static TrainingFacts of(
            Sample sample,
            List<Feature> features,
            Predictor predictor,
            List<FeatureValues> rows,
            List<Fold> folds,
            List<Inspectors.Effect> effects) {
        double[] sums = new double[features.size()];
        int step = Math.max(1, rows.size() / MOST_EXPLAINED);
        int explained = 0;
        for (int i = 0; i < rows.size(); i += step) {
            List<Predictor.Contribution> contributions = predictor.contributions(rows.get(i));
            for (int k = 0; k < sums.length; k++) {
                sums[k] += Math.abs(contributions.get(k).logOdds());
            }
            explained++;
        }
        List<Importance> importances = new ArrayList<>();
        for (int k = 0; k < sums.length; k++) {
            importances.add(new Importance(features.get(k), sums[k] / explained));
        }
        double[] probabilities =
                rows.stream().mapToDouble(predictor::probability).toArray();
        return new TrainingFacts(sample, importances, Reference.of(features, rows, probabilities), folds, effects);
    }

    /**
     * How much a feature counts.
     *
     * @param feature the feature
     * @param importance how much it counts: its mean absolute contribution to the log-odds of a training row
     */
    public record Importance(Feature feature, double importance) {}
}
