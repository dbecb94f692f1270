package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.trained.FeatureReading;
import dev.assay.model.prediction.trained.ScoringForm;
import dev.assay.model.prediction.trained.ScoringForm.Column;
import dev.assay.model.prediction.trained.ScoringForm.Kind;
import dev.assay.model.prediction.trained.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.measure.NominalScale;
import smile.data.type.DataTypes;
import smile.data.type.StructField;
import smile.data.vector.DoubleVector;
import smile.data.vector.IntVector;
import smile.data.vector.ValueVector;
import smile.math.MathEx;
import smile.regression.RandomForest;

/**
 * Learns trees. Texts are read by the rank of their level's rate: for two outcomes no other order of levels has better splits (L. Breiman
 * et al., CART, 1984, 9.4). The inspector is a column like that; afterwards each split on it becomes a mix of both branches, by the share
 * of the training rows whose inspector went each way.
 *
 * <p>The forest is of regression trees on nought and one: its leaves hold rates (J. Malley et al., "Probability machines", 2012). Smile's
 * forest of classes joins leaves that vote alike, and among few that find nearly all do.
 */
final class TreeLearner {

    private static final int BINS = 10;
    private static final double LEAST_SHARE = 0.005;
    private static final int LEAST_DEPTH = 2;
    static final String ANSWER = "found";

    private TreeLearner() {}

    static Fitting.Fit fit(List<Feature> features, List<Observation> rows, Learner.BoostedTrees how, long seed) {
        TreeTable table = TreeTable.of(features, rows, BINS, LEAST_SHARE);
        MathEx.setSeed(seed);
        DataFrame data = frame(table, outcomes(rows));
        int depth = Math.max(LEAST_DEPTH, how.depth());
        int leaves = Math.max(1, how.leaves());
        GradientTreeBoost boosted = GradientTreeBoost.fit(
                Formula.lhs(ANSWER),
                data,
                new GradientTreeBoost.Options(
                        how.trees(),
                        depth,
                        nodes(depth, rows.size(), leaves),
                        leaves,
                        how.shrinkage(),
                        how.subsample(),
                        null,
                        null));
        // Smile's boosting adds up half log-odds.
        List<Tree> trees = Arrays.stream(boosted.trees()[0])
                .map(tree -> SmileTrees.exported(tree.root(), 2 * how.shrinkage()))
                .toList();
        return finished(table, Kind.LOG_ODDS, base(rows), trees);
    }

    static Fitting.Fit fit(List<Feature> features, List<Observation> rows, Learner.RandomForest how, long seed) {
        TreeTable table = TreeTable.of(features, rows, BINS, LEAST_SHARE);
        DataFrame data = frame(table, rates(rows));
        int depth = Math.max(LEAST_DEPTH, how.depth());
        int leaves = Math.max(1, how.leaves());
        SplittableRandom random = new SplittableRandom(seed);
        RandomForest forest = RandomForest.fit(
                Formula.lhs(ANSWER),
                data,
                new RandomForest.Options(
                        how.trees(),
                        (int) Math.ceil(Math.sqrt(table.width())),
                        depth,
                        nodes(depth, rows.size(), leaves),
                        leaves,
                        1,
                        IntStream.range(0, how.trees())
                                .mapToLong(i -> random.nextLong())
                                .toArray(),
                        null));
        List<Tree> trees = Arrays.stream(forest.trees())
                .map(tree -> SmileTrees.exported(tree.root(), 1))
                .toList();
        return finished(table, Kind.PROBABILITY, 0, trees);
    }

    static ValueVector outcomes(List<Observation> rows) {
        int[] y = rows.stream().mapToInt(row -> row.found() ? 1 : 0).toArray();
        return new IntVector(new StructField(ANSWER, DataTypes.IntType, new NominalScale("no", "yes")), y);
    }

    static ValueVector rates(List<Observation> rows) {
        return new DoubleVector(
                ANSWER, rows.stream().mapToDouble(row -> row.found() ? 1 : 0).toArray());
    }

    /** Where boosting begins: the log-odds over all rows. */
    static double base(List<Observation> rows) {
        double found = rows.stream().filter(Observation::found).count();
        return StrictMath.log(found / (rows.size() - found));
    }

    private static int nodes(int depth, int rows, int leaves) {
        return Math.max(2, Math.min(1 << Math.min(depth, 20), rows / leaves));
    }

    static DataFrame frame(TreeTable table, ValueVector answer) {
        List<ValueVector> vectors = new ArrayList<>();
        for (int i = 0; i < table.width(); i++) {
            int column = i;
            vectors.add(new DoubleVector(
                    "x" + i,
                    Stream.of(table.rows()).mapToDouble(row -> row[column]).toArray()));
        }
        vectors.add(answer);
        return new DataFrame(vectors.toArray(ValueVector[]::new));
    }

    private static Fitting.Fit finished(TreeTable table, Kind kind, double base, List<Tree> trees) {
        List<FeatureReading> readings = table.readings();
        List<Column> columns = table.columns();
        double[][] rows = Stream.of(table.rows())
                .map(row -> Arrays.copyOf(row, readings.size()))
                .toArray(double[][]::new);
        List<Tree> mixed = trees.stream()
                .map(tree -> Mixing.over(tree, readings.size(), table.inspectorShares())
                        .covering(rows))
                .toList();
        return new Fitting.Fit(readings, new ScoringForm.Trees(kind, base, columns, mixed));
    }
}
