package dev.assay.model.prediction.trained;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.trained.ScoringForm.Kind;
import dev.assay.model.prediction.trained.ScoringForm.Trees;
import java.util.List;
import java.util.stream.IntStream;

/** Scores by trees that are added up. */
final class TreeScorer implements Scorer {

    private final FeatureReading.Finder[] finders;
    private final double[] missing;
    private final double[][] levels;
    private final Tree[] trees;
    private final Kind kind;
    private final double base;
    private final double factor;
    private final double averageSum;

    TreeScorer(List<FeatureReading> features, Trees form) {
        int n = features.size();
        if (form.columns().size() != n) {
            throw new IllegalArgumentException("The trees read %d columns of %d features."
                    .formatted(form.columns().size(), n));
        }
        if (form.trees().isEmpty()) {
            throw new IllegalArgumentException("There are no trees.");
        }
        finders = features.stream().map(FeatureReading.Finder::new).toArray(FeatureReading.Finder[]::new);
        missing =
                form.columns().stream().mapToDouble(ScoringForm.Column::missing).toArray();
        levels = new double[n][];
        for (int i = 0; i < n; i++) {
            FeatureReading reading = features.get(i);
            levels[i] = form.columns().get(i).levels().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            int wanted = reading.feature().type() == Feature.Type.TEXT
                    ? reading.levels().size() + 1
                    : 0;
            if (levels[i].length != wanted) {
                throw new IllegalArgumentException("The column of (%s) has numbers for %d levels, not for %d."
                        .formatted(reading.feature().id(), levels[i].length, wanted));
            }
        }
        trees = form.trees().toArray(Tree[]::new);
        for (Tree tree : trees) {
            if (IntStream.of(tree.column()).anyMatch(column -> column >= n)) {
                throw new IllegalArgumentException("A tree asks for a column beyond the %d features.".formatted(n));
            }
        }
        if (!(Math.abs(form.base()) <= Tree.GREATEST)) {
            throw new IllegalArgumentException("The base is more than %s log-odds.".formatted(Tree.GREATEST));
        }
        kind = form.kind();
        base = form.base();
        factor = kind == Kind.PROBABILITY ? 1.0 / trees.length : 1;
        double sum = base;
        for (Tree tree : trees) {
            sum += factor * tree.average();
        }
        averageSum = sum;
    }

    double[] row(FeatureValues values) {
        double[] row = new double[finders.length];
        for (int i = 0; i < row.length; i++) {
            double number = values.numbers()[i];
            String text = values.texts()[i];
            if (levels[i].length == 0) {
                row[i] = Double.isNaN(number) ? missing[i] : number;
            } else {
                row[i] = text == null ? missing[i] : levels[i][finders[i].part(number, text)];
            }
        }
        return row;
    }

    private double sum(double[] row) {
        double sum = base;
        for (Tree tree : trees) {
            sum += factor * tree.score(row);
        }
        return sum;
    }

    private double logOdds(double sum) {
        return kind == Kind.PROBABILITY ? LogOdds.of(sum) : sum;
    }

    @Override
    public double logOdds(FeatureValues values) {
        return logOdds(sum(row(values)));
    }

    /**
     * Shapley values of the sum of trees. Of a forest the sum is a probability, and each share of it is stretched by the one factor
     * that turns the whole distance of probabilities into the distance of log-odds.
     */
    @Override
    public double[] contributions(FeatureValues values) {
        double[] row = row(values);
        double[] shares = new double[row.length];
        for (Tree tree : trees) {
            TreeShares.add(tree, row, factor, shares);
        }
        if (kind == Kind.PROBABILITY) {
            double distance = sum(row) - averageSum;
            double p = Math.clamp(averageSum, 1e-6, 1 - 1e-6);
            double stretch = Math.abs(distance) > 1e-9 ? (logOdds(sum(row)) - average()) / distance : 1 / (p * (1 - p));
            for (int i = 0; i < shares.length; i++) {
                shares[i] *= stretch;
            }
        }
        return shares;
    }

    @Override
    public double average() {
        return logOdds(averageSum);
    }
}
