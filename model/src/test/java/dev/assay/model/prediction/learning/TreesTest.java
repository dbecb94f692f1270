package dev.assay.model.prediction.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.trained.LogOdds;
import dev.assay.model.prediction.trained.Scorer;
import dev.assay.model.prediction.trained.ScoringForm;
import dev.assay.model.prediction.trained.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import smile.classification.GradientTreeBoost;
import smile.classification.LogisticRegression;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.math.MathEx;
import smile.regression.RandomForest;

/** What was taken over from Smile scores as Smile does, and without the inspector as the mean over inspectors. */
class TreesTest {

    private static final List<Observation> ROWS = new PlantedWorld(0.8, true).rows(1_200, 11);
    private static final TreeTable TABLE = TreeTable.of(PlantedWorld.FEATURES, ROWS, 10, 0.005);
    private static final int INSPECTOR = PlantedWorld.FEATURES.size();

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(3);

    private double[] anyRow() {
        double[] row = TABLE.rows()[random.nextInt(TABLE.rows().length)].clone();
        for (int i = 0; i < INSPECTOR; i++) {
            if (random.nextBoolean()) {
                row[i] = TABLE.rows()[random.nextInt(TABLE.rows().length)][i] + (random.nextInt(3) - 1) * 0.5;
            }
        }
        return row;
    }

    private static GradientTreeBoost boosted() {
        MathEx.setSeed(4);
        return GradientTreeBoost.fit(
                Formula.lhs(TreeLearner.ANSWER),
                TreeLearner.frame(TABLE, TreeLearner.outcomes(ROWS)),
                new GradientTreeBoost.Options(60, 5, 24, 10, 0.1, 0.7, null, null));
    }

    private static RandomForest forest() {
        return RandomForest.fit(
                Formula.lhs(TreeLearner.ANSWER),
                TreeLearner.frame(TABLE, TreeLearner.rates(ROWS)),
                new RandomForest.Options(
                        40, 2, 12, 300, 5, 1, LongStream.range(0, 40).toArray(), null));
    }

    private static Tuple tuple(DataFrame data, double[] row) {
        double[] all = Arrays.copyOf(row, row.length + 1);
        return Tuple.of(data.schema(), all);
    }

    @Test
    void boostedTreesScoreAsSmileDoes() {
        GradientTreeBoost smile = boosted();
        DataFrame data = TreeLearner.frame(TABLE, TreeLearner.rates(ROWS));
        List<Tree> own = Arrays.stream(smile.trees()[0])
                .map(tree -> SmileTrees.exported(tree.root(), 2 * 0.1))
                .toList();
        double base = TreeLearner.base(ROWS);
        assertThat(own).anyMatch(tree -> Arrays.stream(tree.column()).anyMatch(column -> column == INSPECTOR));

        for (int i = 0; i < 5_000; i++) {
            double[] row = anyRow();
            double[] both = new double[2];
            smile.predict(tuple(data, row), both);
            double sum =
                    base + own.stream().mapToDouble(tree -> tree.score(row)).sum();
            assertThat(LogOdds.probability(sum)).isCloseTo(both[1], within(1e-12));
        }
    }

    @Test
    void aForestScoresAsSmileDoes() {
        RandomForest smile = forest();
        DataFrame data = TreeLearner.frame(TABLE, TreeLearner.rates(ROWS));
        List<Tree> own = Arrays.stream(smile.trees())
                .map(tree -> SmileTrees.exported(tree.root(), 1))
                .toList();

        for (int i = 0; i < 5_000; i++) {
            double[] row = anyRow();
            double mean =
                    own.stream().mapToDouble(tree -> tree.score(row)).average().orElseThrow();
            assertThat(mean).isCloseTo(smile.predict(tuple(data, row)), within(1e-12));
        }
    }

    @Test
    void withoutTheInspectorATreeScoresTheMeanOverTheInspectorsOfTheTrainingRows() {
        double[] shares = TABLE.inspectorShares();
        assertThat(shares).hasSize(3);
        for (var smile : boosted().trees()[0]) {
            Tree tree = SmileTrees.exported(smile.root(), 1);
            Tree mixed = Mixing.over(tree, INSPECTOR, shares);
            assertThat(mixed.column()).doesNotContain(INSPECTOR);
            for (int i = 0; i < 100; i++) {
                double[] row = anyRow();
                double mean = 0;
                for (int rank = 0; rank < shares.length; rank++) {
                    row[INSPECTOR] = rank;
                    mean += shares[rank] * tree.score(row);
                }
                assertThat(mixed.score(row)).isCloseTo(mean, within(1e-12));
            }
        }
    }

    @Test
    void anInspectorWithinInspectorsIsMixedAmongThoseWhoComeThere() {
        // ranks 0,1,2 with shares 0.5, 0.3, 0.2: up to 1 goes left, and of those up to 0 left again
        TreeBuilder builder = new TreeBuilder();
        int top = builder.ask(1, 1.5, 10);
        int below = builder.ask(1, 0.5, 8);
        builder.leaf(1, 5);
        builder.right(below);
        builder.leaf(2, 3);
        builder.right(top);
        builder.leaf(4, 2);

        Tree mixed = Mixing.over(builder.built(), 1, new double[] {0.5, 0.3, 0.2});

        assertThat(mixed.score(new double[] {0})).isCloseTo(0.5 * 1 + 0.3 * 2 + 0.2 * 4, within(1e-15));
    }

    @Test
    void theCardScoresAsSmilesLogisticRegressionDoes() {
        List<Observation> plain = new PlantedWorld(0, false).rows(900, 12);
        Fitting.Fit fit = CardLearner.fit(PlantedWorld.FEATURES, plain, new Learner.Scorecard(5, 0.02, 0.01), 1e9);
        ScoringForm.Scorecard card = (ScoringForm.Scorecard) fit.form();
        double[][] x = new double[plain.size()][fit.readings().size()];
        for (int i = 0; i < fit.readings().size(); i++) {
            double[] column = Arrays.stream(Binning.parts(fit.readings().get(i), i, plain))
                    .mapToDouble(card.weights().get(i)::get)
                    .toArray();
            double mean = DoubleStream.of(column).sum() / column.length;
            double variance =
                    DoubleStream.of(column).map(w -> (w - mean) * (w - mean)).sum() / column.length;
            for (int row = 0; row < x.length; row++) {
                x[row][i] = column[row] / Math.sqrt(variance);
            }
        }
        int[] y = plain.stream().mapToInt(row -> row.found() ? 1 : 0).toArray();
        LogisticRegression.Binomial smile =
                LogisticRegression.binomial(x, y, new LogisticRegression.Options(0.01 * 900, 1e-6, 1_000));
        Scorer scorer = Scorer.of(fit.readings(), card);

        for (int row = 0; row < x.length; row++) {
            assertThat(LogOdds.probability(scorer.logOdds(plain.get(row).values())))
                    .isCloseTo(smile.score(x[row]), within(1e-7));
        }
    }
}
