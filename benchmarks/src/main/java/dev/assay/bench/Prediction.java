package dev.assay.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.assay.core.identity.Identity;
import dev.assay.core.text.Bilingual;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Learning.Calibration;
import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.learning.Training;
import dev.assay.model.prediction.trained.TrainedPrediction;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a card, boosted trees and a forest on made-up inspections of the size of Chicago's, and scores rows with each on one thread, with
 * calibration and again with contributions.
 */
public final class Prediction {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final LocalDate UNTIL = LocalDate.of(2014, 9, 1);
    private static final int DAYS = 1_300;
    private static final int TEXTS = 3;
    private static final int ROUNDS = 20;
    private static final int EXPLAINED = 20;
    private static final String[] INSPECTORS = {"blue", "brown", "green", "orange", "purple", "yellow"};

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    private final int features;

    private Prediction(int features) {
        this.features = features;
    }

    /**
     * Runs.
     *
     * @param arguments {@code ROWS FEATURES}
     */
    public static void main(String[] arguments) {
        new Prediction(Integer.parseInt(arguments[1])).run(Integer.parseInt(arguments[0]));
    }

    private void run(int count) {
        List<Feature> definition =
                IntStream.range(0, features).mapToObj(this::feature).toList();
        List<Observation> rows =
                IntStream.range(0, count).mapToObj(this::observation).toList();
        List<FeatureValues> values = rows.stream().map(Observation::values).toList();
        Map<String, Learner> learners = Map.of(
                "1 scorecard", new Learner.Scorecard(8, 0.01, 0.003),
                "2 random forest", new Learner.RandomForest(200, 10, 20),
                "3 boosted trees", new Learner.BoostedTrees(200, 4, 30, 0.05, 0.7));
        learners.keySet().stream().sorted().forEach(name -> {
            Learning how = new Learning(1, 4, 60, List.of(learners.get(name)), Calibration.ISOTONIC, 0.01);
            long used = SYSTEM.getProcessCpuTime();
            long begin = System.nanoTime();
            TrainedPrediction prediction = Training.train("made-up", definition, rows, how, UNTIL);
            double trained = (System.nanoTime() - begin) / 1e9;
            print(name + ": training with four blocks, s", trained);
            print(name + ": the same, s of processor time", (SYSTEM.getProcessCpuTime() - used) / 1e9);
            print(name + ": rows scored a second of one core", values.size() / best(() -> score(prediction, values)));
            List<FeatureValues> few = values.subList(0, Math.min(values.size(), EXPLAINED));
            print(name + ": rows explained a second of one core", few.size() / best(() -> explain(prediction, few)));
        });
    }

    private Feature feature(int i) {
        Feature.Type type = i < TEXTS ? Feature.Type.TEXT : Feature.Type.NUMBER;
        return new Feature("f" + i, Bilingual.of("f" + i, "f" + i), type, "made up");
    }

    private Observation observation(int i) {
        double[] numbers = new double[features];
        @Nullable String[] texts = new String[features];
        double logOdds = -2;
        for (int k = 0; k < features; k++) {
            numbers[k] = Double.NaN;
            if (k < TEXTS) {
                texts[k] = "level " + random.nextInt(12);
            } else if (random.nextInt(10) > 0) {
                numbers[k] = k % 3 == 0 ? random.nextInt(5) : random.nextGaussian();
                logOdds += k < TEXTS + 6 ? numbers[k] / 6 : 0;
            }
        }
        return new Observation(
                new Identity("made-up", Integer.toString(random.nextInt(8_000))),
                Integer.toString(i),
                UNTIL.minusDays(random.nextInt(DAYS)),
                new FeatureValues(numbers, texts),
                random.nextDouble() < 1 / (1 + Math.exp(-logOdds)),
                INSPECTORS[random.nextInt(INSPECTORS.length)],
                Map.of(),
                null);
    }

    private static double score(TrainedPrediction prediction, List<FeatureValues> values) {
        double sum = 0;
        for (FeatureValues row : values) {
            sum += prediction.probability(row);
        }
        return sum;
    }

    private static double explain(TrainedPrediction prediction, List<FeatureValues> values) {
        double sum = 0;
        for (FeatureValues row : values) {
            sum += prediction.contributions(row).getFirst().logOdds();
        }
        return sum;
    }

    /** The seconds of processor time of the best round: other work on the machine does not count. */
    private static double best(DoubleSupplier work) {
        List<Double> seconds = new ArrayList<>();
        double kept = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = THREADS.getCurrentThreadCpuTime();
            kept += work.getAsDouble();
            seconds.add((THREADS.getCurrentThreadCpuTime() - begin) / 1e9);
        }
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("A score is no number.");
        }
        return seconds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private static void print(String what, double value) {
        System.out.printf(Locale.ROOT, "%-60s %,.2f%n", what, value);
    }
}
