package dev.assay.model.prediction.trained;

import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.trained.ScoringForm.Scorecard;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Scores by a card: of each feature the part of its value, of each part a weight. */
final class CardScorer implements Scorer {

    private final FeatureReading.Finder[] finders;
    private final double[][] gains;
    private final double[] averages;
    private final double intercept;
    private final double average;

    CardScorer(List<FeatureReading> features, Scorecard card) {
        if (card.coefficients().size() != features.size() || card.weights().size() != features.size()) {
            throw new IllegalArgumentException("The card has %d coefficients and %d lists of weights for %d features."
                    .formatted(card.coefficients().size(), card.weights().size(), features.size()));
        }
        if (!(Math.abs(card.intercept()) <= Tree.GREATEST)) {
            throw new IllegalArgumentException("The intercept is more than %s log-odds.".formatted(Tree.GREATEST));
        }
        int n = features.size();
        finders = features.stream().map(FeatureReading.Finder::new).toArray(FeatureReading.Finder[]::new);
        gains = new double[n][];
        averages = new double[n];
        intercept = card.intercept();
        double sum = intercept;
        for (int i = 0; i < n; i++) {
            FeatureReading reading = features.get(i);
            List<Double> weights = card.weights().get(i);
            if (weights.size() != reading.parts().size()) {
                throw new IllegalArgumentException("The feature (%s) has %d weights for %d parts."
                        .formatted(
                                reading.feature().id(),
                                weights.size(),
                                reading.parts().size()));
            }
            double coefficient = card.coefficients().get(i);
            gains[i] =
                    weights.stream().mapToDouble(weight -> coefficient * weight).toArray();
            double[] gain = gains[i];
            if (DoubleStream.of(gain).anyMatch(value -> !(Math.abs(value) <= Tree.GREATEST))) {
                throw new IllegalArgumentException("The feature (%s) has a part that gives more than %s log-odds."
                        .formatted(reading.feature().id(), Tree.GREATEST));
            }
            averages[i] = IntStream.range(0, gain.length)
                            .mapToDouble(part -> reading.parts().get(part).rows() * gain[part])
                            .sum()
                    / Math.max(1, reading.rows());
            sum += averages[i];
        }
        average = sum;
    }

    @Override
    public double logOdds(FeatureValues values) {
        double[] numbers = values.numbers();
        @Nullable String[] texts = values.texts();
        double sum = intercept;
        for (int i = 0; i < gains.length; i++) {
            sum += gains[i][finders[i].part(numbers[i], texts[i])];
        }
        return sum;
    }

    @Override
    public double[] contributions(FeatureValues values) {
        double[] result = new double[gains.length];
        for (int i = 0; i < gains.length; i++) {
            result[i] = gains[i][finders[i].part(values.numbers()[i], values.texts()[i])] - averages[i];
        }
        return result;
    }

    @Override
    public double average() {
        return average;
    }
}
