package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Learning.Learner.Scorecard;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.supervision.PenalisedEffect;
import dev.assay.model.prediction.trained.FeatureReading;
import dev.assay.model.prediction.trained.LogOdds;
import dev.assay.model.prediction.trained.ScoringForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import smile.classification.LogisticRegression;

/**
 * Learns a card: weights of evidence of each part, and a logistic regression with a penalty on squared coefficients over them. The
 * columns of weights are brought to a spread of one first, so that the penalty treats them alike. Each inspector has a column of its own
 * whose height sets how strongly the same penalty draws its effect to nought; in scoring its place is taken by the average effect.
 * Where inspectors differ, a part that strict ones saw more often would look worse than it is: so the weights are taken again with the
 * effects that the regression found, and the regression again with them.
 */
final class CardLearner {

    /** Beyond this penalty inspectors are not looked at. */
    private static final double DEAF = 1e6;

    /** At this one their effects are next to free. */
    private static final double FREE = 1e-5;

    private static final double LEAST_RIDGE = 1e-9;

    /** How often weights and inspectors' effects are found anew, each from the other; they hardly move after two. */
    private static final int ROUNDS = 2;

    private CardLearner() {}

    static Fitting.Fit fit(List<Feature> features, List<Observation> rows, Scorecard how, double inspectorPenalty) {
        List<FeatureReading> readings = Binning.of(features, rows, how.bins(), how.leastShare());
        List<String> inspectors = inspectorPenalty >= DEAF ? List.of() : Inspectors.of(rows);
        int[][] parts = IntStream.range(0, readings.size())
                .mapToObj(i -> Binning.parts(readings.get(i), i, rows))
                .toArray(int[][]::new);
        Regression regression = new Regression(readings, parts, rows, inspectors, how.ridge(), inspectorPenalty);
        ScoringForm.Scorecard card = regression.fit(weights(readings, how, new double[rows.size()], parts, rows));
        for (int round = 0; round < ROUNDS && inspectors.size() > 1; round++) {
            card = regression.fit(weights(readings, how, regression.strictness(), parts, rows));
        }
        return new Fitting.Fit(readings, card);
    }

    private static List<List<Double>> weights(
            List<FeatureReading> readings, Scorecard how, double[] offsets, int[][] parts, List<Observation> rows) {
        boolean[] found = new boolean[rows.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = rows.get(i).found();
        }
        double overall = PenalisedEffect.of(offsets, found, 0).logOdds();
        List<List<Double>> weights = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            weights.add(weights(readings.get(i), how.leastShare(), parts[i], overall, offsets, found));
        }
        return weights;
    }

    /**
     * The weight of evidence of each part: how much the log-odds of its rows lie above those of all, given what is known of each row's
     * inspector, and as if one row more were in each part that had the overall rate. What stands for other texts and for nothing to
     * read has none where it has fewer rows than a part must have.
     */
    private static List<Double> weights(
            FeatureReading reading, double leastShare, int[] parts, double overall, double[] offsets, boolean[] found) {
        int usual = reading.parts().size() - 2 + (reading.feature().type() == Feature.Type.NUMBER ? 1 : 0);
        double rate = LogOdds.probability(overall);
        return IntStream.range(0, reading.parts().size())
                .mapToObj(part -> {
                    long size = reading.parts().get(part).rows();
                    if (size == 0 || (part >= usual && size < leastShare * parts.length)) {
                        return 0.0;
                    }
                    int[] own = IntStream.range(0, parts.length)
                            .filter(row -> parts[row] == part)
                            .toArray();
                    boolean[] ownFound = new boolean[own.length];
                    for (int i = 0; i < own.length; i++) {
                        ownFound[i] = found[own[i]];
                    }
                    double[] ownOffsets = IntStream.of(own)
                            .mapToDouble(row -> overall + offsets[row])
                            .toArray();
                    return PenalisedEffect.of(ownOffsets, ownFound, rate * (1 - rate))
                            .logOdds();
                })
                .toList();
    }

    /** The regression over columns of weights, which is fitted again where the weights change. */
    private static final class Regression {

        private final List<FeatureReading> readings;
        private final int[][] parts;
        private final List<Observation> rows;
        private final List<String> inspectors;
        private final double ridge;
        private final double height;
        private final double[] strictness;

        Regression(
                List<FeatureReading> readings,
                int[][] parts,
                List<Observation> rows,
                List<String> inspectors,
                double ridge,
                double inspectorPenalty) {
            this.readings = readings;
            this.parts = parts;
            this.rows = rows;
            this.inspectors = inspectors;
            this.ridge = Math.max(LEAST_RIDGE, ridge);
            this.height = Math.sqrt(this.ridge / Math.max(FREE, inspectorPenalty));
            this.strictness = new double[rows.size()];
        }

        /** What the last fit says of each row's inspector, in log-odds above the average. */
        double[] strictness() {
            return strictness;
        }

        ScoringForm.Scorecard fit(List<List<Double>> weights) {
            int p = readings.size();
            double[][] x = new double[rows.size()][p + inspectors.size()];
            double[] spread = new double[p];
            for (int i = 0; i < p; i++) {
                spread[i] = fill(x, i, parts[i], weights.get(i));
            }
            double[] shares = Inspectors.fill(x, p, height, inspectors, rows);
            int[] y = rows.stream().mapToInt(row -> row.found() ? 1 : 0).toArray();
            LogisticRegression.Options options = new LogisticRegression.Options(ridge * rows.size(), 1e-6, 1_000);
            double[] fitted = LogisticRegression.binomial(x, y, options).coefficients();
            double average = 0;
            for (int i = 0; i < inspectors.size(); i++) {
                average += shares[i] * height * fitted[p + i];
            }
            for (int row = 0; row < strictness.length; row++) {
                strictness[row] = -average;
                for (int i = 0; i < inspectors.size(); i++) {
                    strictness[row] += x[row][p + i] * fitted[p + i];
                }
            }
            List<Double> coefficients = IntStream.range(0, p)
                    .mapToObj(i -> spread[i] > 0 ? fitted[i] / spread[i] : 0.0)
                    .toList();
            return new ScoringForm.Scorecard(fitted[p + inspectors.size()] + average, coefficients, weights);
        }
    }

    /** Fills a column with weights, divided by their spread; gives the spread. */
    private static double fill(double[][] x, int i, int[] parts, List<Double> weights) {
        double mean = IntStream.of(parts).mapToDouble(weights::get).sum() / parts.length;
        double spread = Math.sqrt(IntStream.of(parts)
                        .mapToDouble(part -> (weights.get(part) - mean) * (weights.get(part) - mean))
                        .sum()
                / parts.length);
        if (spread > 1e-9) {
            for (int row = 0; row < parts.length; row++) {
                x[row][i] = weights.get(parts[row]) / spread;
            }
            return spread;
        }
        return 0;
    }

    /** The columns of inspectors. */
    private static final class Inspectors {

        static List<String> of(List<Observation> rows) {
            return rows.stream()
                    .map(Observation::inspector)
                    .filter(Objects::nonNull)
                    .distinct()
                    .sorted()
                    .toList();
        }

        /** Puts the height where a row's inspector is; gives the share of rows of each. */
        static double[] fill(double[][] x, int from, double height, List<String> inspectors, List<Observation> rows) {
            double[] counts = new double[inspectors.size()];
            for (int row = 0; row < rows.size(); row++) {
                String inspector = rows.get(row).inspector();
                int i = inspector == null || inspectors.isEmpty() ? -1 : inspectors.indexOf(inspector);
                if (i >= 0) {
                    x[row][from + i] = height;
                    counts[i]++;
                }
            }
            return DoubleStream.of(counts).map(count -> count / rows.size()).toArray();
        }
    }
}
