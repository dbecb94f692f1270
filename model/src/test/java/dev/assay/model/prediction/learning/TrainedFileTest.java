package dev.assay.model.prediction.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Learning.Calibration;
import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.trained.DamagedFileException;
import dev.assay.model.prediction.trained.FeatureReading;
import dev.assay.model.prediction.trained.PointsCard;
import dev.assay.model.prediction.trained.TrainedPrediction;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TrainedFileTest {

    private static final int FILES = Math.ceilDiv(Integer.getInteger("assay.mutated.files", 1_200), 3);
    private static final long SEED = Long.getLong("assay.mutated.seed", 1);
    private static final String[] MEANINGFUL = {
        "\"",
        ",",
        ":",
        "{",
        "}",
        "[",
        "]",
        "null",
        "1e999",
        "-1",
        "0",
        "NaN",
        "1.5",
        "true",
        "\\u0000",
        "99999999999999999999",
        "é"
    };

    private static TrainedPrediction trained(Learner learner, Calibration calibration) {
        return Training.train(
                "planted",
                PlantedWorld.FEATURES,
                new PlantedWorld(0.8, true).rows(900, 21),
                new Learning(7, 3, 60, List.of(learner), calibration, 0.001),
                PlantedWorld.UNTIL);
    }

    private static final List<TrainedPrediction> TRAINED = List.of(
            trained(PlantedWorld.CARD, Calibration.ISOTONIC),
            trained(new Learner.BoostedTrees(4, 3, 20, 0.1, 0.7), Calibration.PLATT),
            trained(new Learner.RandomForest(3, 4, 20), Calibration.ISOTONIC));

    static Stream<TrainedPrediction> trained() {
        return TRAINED.stream();
    }

    private static List<FeatureValues> values(int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(98);
        return Stream.generate(() -> PlantedWorld.values(random)).limit(count).toList();
    }

    @ParameterizedTest
    @MethodSource("trained")
    void whatWasWrittenReadsBackAsTheSame(TrainedPrediction prediction) {
        TrainedPrediction again = TrainedPrediction.parse(prediction.toJson());

        assertThat(again.toJson()).isEqualTo(prediction.toJson());
        assertThat(again.file()).isEqualTo(prediction.file());
        for (FeatureValues row : values(200)) {
            assertThat(again.probability(row)).isEqualTo(prediction.probability(row));
            assertThat(again.contributions(row)).isEqualTo(prediction.contributions(row));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "version":1            | "version":2              | newer version of Assay
            "definition":"faults   | "definition":"Faults     | /features/0/digest
            "trained_until":"2014- | "trained_until":"2014-13 | /trained_until
            "seed":7               | "seed":"7"               | /learning/seed
            "chosen":0             | "chosen":1               | Of 1 learners 1 were tried
            "intercept":           | "intercept":1e999,"x":   | /form/intercept
            "calibration":"ISOTON  | "calibration":"ISOTONI   | /learning/calibration
            "inspectors":[         | "inspectors":[7,         | /inspectors/0: it is no object
            "rows":{"count"        | "rows":{"count":1,"count"| line 1, column
            "rows":{               | "rows":{"other":1,       | /rows/other: no such key is known
            """)
    void aDamagedFileIsRefusedWithThePlace(String good, String bad, String message) {
        String json = TRAINED.getFirst().toJson();
        assertThat(json).contains(good);
        String damaged = json.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad));

        assertThatExceptionOfType(DamagedFileException.class)
                .isThrownBy(() -> TrainedPrediction.parse(damaged))
                .withMessageContaining(message)
                .withMessageContaining("Maybe");
    }

    @ParameterizedTest
    @MethodSource("trained")
    void aMutatedFileIsRefusedOrScoresANumber(TrainedPrediction prediction) {
        String good = prediction.toJson();
        List<FeatureValues> rows = values(3);
        int read = 0;
        for (long seed = SEED; seed < SEED + FILES; seed++) {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            int from = random.nextInt(good.length());
            int to = Math.min(good.length(), from + random.nextInt(1, 12));
            String middle = random.nextBoolean() ? MEANINGFUL[random.nextInt(MEANINGFUL.length)] : "";
            String bad = good.substring(0, from) + middle + good.substring(random.nextBoolean() ? from : to);
            try {
                TrainedPrediction odd = TrainedPrediction.parse(bad);
                read++;
                for (FeatureValues row : rows) {
                    assertThat(odd.probability(row)).as("seed " + seed).isBetween(0.0, 1.0);
                }
            } catch (DamagedFileException e) {
                assertThat(e).as("seed " + seed).hasMessageContaining("Maybe");
            }
        }
        assertThat(read).as("files that could be read").isPositive();
    }

    @Test
    void aCardOfPointsDoublesTheOddsEveryTwentyPoints() {
        PointsCard card = PointsCard.of(TRAINED.getFirst().file()).orElseThrow();
        assertThat(PointsCard.of(TRAINED.getLast().file())).isEmpty();

        for (FeatureValues row : values(50)) {
            double points = 100 + 20 * TRAINED.getFirst().logOdds(row) / Math.log(2);
            int sum = card.base();
            for (int i = 0; i < PlantedWorld.FEATURES.size(); i++) {
                FeatureReading reading = TRAINED.getFirst().file().features().get(i);
                String part = reading.label(new FeatureReading.Finder(reading).part(row.numbers()[i], row.texts()[i]));
                String id = reading.feature().id();
                sum += card.entries().stream()
                        .filter(entry ->
                                entry.feature().equals(id) && entry.part().equals(part))
                        .mapToInt(PointsCard.Entry::points)
                        .sum();
            }
            // Each of the five summands is rounded by half a point at most.
            assertThat((double) sum).isBetween(points - 2.5, points + 2.5);
        }
    }

    @ParameterizedTest
    @MethodSource("trained")
    void threadsThatScoreAtOnceDoNotDisturbEachOther(TrainedPrediction prediction) throws Exception {
        List<FeatureValues> rows = values(300);
        List<Double> alone = rows.stream().map(prediction::logOdds).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Double>>> work = Stream.generate(() -> (Callable<List<Double>>)
                            () -> rows.stream().map(prediction::logOdds).collect(Collectors.toList()))
                    .limit(12)
                    .toList();
            for (Future<List<Double>> result : threads.invokeAll(work)) {
                assertThat(result.get()).isEqualTo(alone);
            }
        }
    }
}
