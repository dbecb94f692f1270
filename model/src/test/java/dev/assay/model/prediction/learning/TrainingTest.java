package dev.assay.model.prediction.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.Predictor.Contribution;
import dev.assay.model.prediction.trained.TrainedPrediction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrainingTest {

    private static final PlantedWorld FAIR = new PlantedWorld(0, false);
    private static final PlantedWorld UNFAIR = new PlantedWorld(0.8, true);

    static Stream<Learner> learners() {
        return Stream.of(PlantedWorld.CARD, PlantedWorld.BOOSTED, PlantedWorld.FOREST);
    }

    private static TrainedPrediction trained(List<Observation> rows, Learner... learners) {
        return Training.train(
                "planted", PlantedWorld.FEATURES, rows, PlantedWorld.learning(learners), PlantedWorld.UNTIL);
    }

    private static List<FeatureValues> values(int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(99);
        return Stream.generate(() -> PlantedWorld.values(random)).limit(count).toList();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void whatWasPlantedIsFoundAndNoiseGetsLittle(Learner learner) {
        TrainedPrediction prediction = trained(FAIR.rows(4_000, 1), learner);

        double[] spread = new double[4];
        double miss = 0;
        List<FeatureValues> rows = values(500);
        for (FeatureValues row : rows) {
            List<Contribution> given = prediction.contributions(row);
            for (int i = 0; i < spread.length; i++) {
                spread[i] += Math.abs(given.get(i).logOdds()) / rows.size();
            }
            miss += Math.abs(prediction.probability(row) - PlantedWorld.probability(row, 0)) / rows.size();
        }

        assertThat(spread[2]).as("noise against past faults").isLessThan(spread[0] / 4);
        assertThat(spread[2]).as("noise against the kind").isLessThan(spread[3]);
        assertThat(miss).as("mean distance from the true probability").isLessThan(0.05);
        assertThat(prediction.file().tried().getFirst().mean()).isBetween(0.7, 0.85);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void trainingTwiceOrOnShuffledRowsGivesTheSameBytes(Learner learner) {
        List<Observation> rows = UNFAIR.rows(1_500, 2);
        List<Observation> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(5));

        String first = trained(rows, learner).toJson();

        assertThat(trained(rows, learner).toJson()).isEqualTo(first);
        assertThat(trained(shuffled, learner).toJson()).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("learners")
    void aStrictInspectorWhoGoesToTheWorstMovesNoScore(Learner learner) {
        TrainedPrediction unfair = trained(UNFAIR.rows(6_000, 3), learner);
        double slope = 0;
        double truth = 0;
        for (FeatureValues row : values(400)) {
            double[] more = row.numbers().clone();
            double[] less = row.numbers().clone();
            more[0] = 2;
            less[0] = 1;
            slope += unfair.logOdds(new FeatureValues(more, row.texts()))
                    - unfair.logOdds(new FeatureValues(less, row.texts()));
            truth += 0.9;
        }

        // Who went by rates alone would see the step from one fault to two as 0.9 and the difference of the inspectors:
        // about 1.9.
        assertThat(slope / truth).isBetween(0.6, 1.35);
        assertThat(unfair.file().inspectors())
                .extracting(effect -> effect.inspector())
                .containsExactly("ann", "bob");
        assertThat(unfair.file().inspectors().getFirst().logOdds()).isPositive();
        assertThat(unfair.file().inspectors().getLast().logOdds()).isNegative();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void contributionsAddUpToTheDistanceFromTheAverageOfTheTrainingRows(Learner learner) {
        List<Observation> rows = UNFAIR.rows(1_500, 4);
        TrainedPrediction prediction = trained(rows, learner);

        for (FeatureValues row : values(200)) {
            double sum = prediction.contributions(row).stream()
                    .mapToDouble(Contribution::logOdds)
                    .sum();
            assertThat(sum).isCloseTo(prediction.logOdds(row) - prediction.averageLogOdds(), within(1e-9));
        }
        if (!(learner instanceof Learner.RandomForest)) {
            assertThat(rows.stream()
                            .mapToDouble(row -> prediction.logOdds(row.values()))
                            .average()
                            .orElseThrow())
                    .isCloseTo(prediction.averageLogOdds(), within(1e-9));
        }
    }

    @Test
    void theSimplerLearnerIsTakenWhereTheBestIsNotClearlyBetter() {
        TrainedPrediction prediction =
                trained(FAIR.rows(3_000, 5), PlantedWorld.BOOSTED, PlantedWorld.FOREST, PlantedWorld.CARD);

        assertThat(prediction.file().chosen()).isEqualTo(2);
        assertThat(prediction.file().tried()).hasSize(3);
        assertThat(prediction.file().folds())
                .hasSize(3)
                .allSatisfy(fold -> assertThat(fold.trainedOn()).isPositive());
    }

    @Test
    void rowsThatCannotBeTrainedOnAreRefusedWithTheirName() {
        List<Observation> rows = FAIR.rows(300, 6);
        List<Observation> twice = new ArrayList<>(rows);
        twice.add(rows.getFirst());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trained(twice, PlantedWorld.CARD))
                .withMessageContaining(rows.getFirst().factKey())
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Training.train(
                        "planted",
                        PlantedWorld.FEATURES,
                        rows,
                        PlantedWorld.learning(PlantedWorld.CARD),
                        PlantedWorld.UNTIL.minusDays(30)))
                .withMessageContaining("later than the last day of training");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trained(rows.subList(0, 10), PlantedWorld.CARD))
                .withMessageContaining("Of 10 rows");
    }
}
