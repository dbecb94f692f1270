package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.supervision.PenalisedEffect;
import dev.assay.model.prediction.trained.Scorer;
import dev.assay.model.prediction.trained.TrainedFile;
import dev.assay.model.prediction.trained.TrainedFile.InspectorEffect;
import dev.assay.model.prediction.trained.TrainedPrediction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Learns a prediction from observations. The same observations, in whatever order, on whatever machine, give the same file. */
public final class Training {

    /** Fewer rows that found, or that did not, teach nothing. */
    private static final int LEAST = 20;

    private static final double GREATEST_NUMBER = 1e15;

    private static final Comparator<Observation> ORDER = Comparator.comparing(Observation::day)
            .thenComparing(Observation::business)
            .thenComparing(Observation::factKey);

    private Training() {}

    /**
     * Tries the learners on blocks of time, takes one, calibrates it on what it foretold of the blocks, and trains it on all rows.
     *
     * @param id which prediction
     * @param features what it reads, at least one
     * @param observations the rows, in any order, each inspection once
     * @param how how it is learned
     * @param until the last day; no row may be later
     * @return the prediction
     * @throws IllegalArgumentException if a row is later, comes twice, does not fit the features, or if there are too few rows; says which
     *     and what to do
     */
    public static TrainedPrediction train(
            String id, List<Feature> features, List<Observation> observations, Learning how, LocalDate until) {
        List<Observation> rows = checked(features, observations, how, until);
        Blocks blocks = Blocks.of(rows, how, until);
        try (Fitting fitting = new Fitting(features, how)) {
            Choice choice = Choice.among(fitting, blocks, how);
            Fitting.Fit fit = fitting.fit(rows, how.learners().get(choice.chosen()), how.seed());
            return new TrainedPrediction(new TrainedFile(
                    id,
                    until,
                    how,
                    RowDigest.of(rows),
                    fit.readings(),
                    fit.form(),
                    CalibrationFit.of(choice.scores(), choice.found(), how.calibration()),
                    blocks.folds(),
                    choice.tried(),
                    choice.chosen(),
                    ScorePartsFit.of(choice.scores()),
                    effects(rows, fit, how)));
        }
    }

    private static List<InspectorEffect> effects(List<Observation> rows, Fitting.Fit fit, Learning how) {
        Scorer scorer = Scorer.of(fit.readings(), fit.form());
        Map<String, List<Observation>> byInspector = new TreeMap<>();
        for (Observation row : rows) {
            String inspector = row.inspector();
            if (inspector != null) {
                byInspector
                        .computeIfAbsent(inspector, name -> new ArrayList<>())
                        .add(row);
            }
        }
        List<InspectorEffect> effects = new ArrayList<>();
        byInspector.forEach((inspector, own) -> {
            double[] offsets = own.stream()
                    .mapToDouble(row -> scorer.logOdds(row.values()))
                    .toArray();
            boolean[] found = new boolean[offsets.length];
            for (int i = 0; i < found.length; i++) {
                found[i] = own.get(i).found();
            }
            long count = own.stream().filter(Observation::found).count();
            PenalisedEffect effect = PenalisedEffect.of(offsets, found, how.inspectorPenalty() * rows.size());
            effects.add(new InspectorEffect(inspector, own.size(), count, effect.logOdds(), effect.standardError()));
        });
        return effects;
    }

    private static List<Observation> checked(
            List<Feature> features, List<Observation> observations, Learning how, LocalDate until) {
        if (features.isEmpty() || how.learners().isEmpty()) {
            throw new IllegalArgumentException(
                    "The training has %d features and %d learners.%nMaybe name at least one of each."
                            .formatted(features.size(), how.learners().size()));
        }
        List<Observation> rows = observations.stream().sorted(ORDER).toList();
        Set<List<String>> seen = new HashSet<>();
        for (Observation row : rows) {
            String name = "%s of %s on %s".formatted(row.factKey(), row.business(), row.day());
            if (row.day().isAfter(until)) {
                throw new IllegalArgumentException(
                        "The row (%s) is later than the last day of training (%s).%nMaybe take only rows up to it: what comes later is not known then."
                                .formatted(name, until));
            }
            if (!seen.add(List.of(row.business().toString(), row.factKey()))) {
                throw new IllegalArgumentException(
                        "The row (%s) comes twice.%nMaybe take each inspection once.".formatted(name));
            }
            check(features, row, name);
        }
        long found = rows.stream().filter(Observation::found).count();
        if (found < LEAST || rows.size() - found < LEAST) {
            throw new IllegalArgumentException(
                    "Of %d rows %d found what is foretold; at least %d must have and %d must not.%nMaybe begin the training time earlier."
                            .formatted(rows.size(), found, LEAST, LEAST));
        }
        return rows;
    }

    private static void check(List<Feature> features, Observation row, String name) {
        double[] numbers = row.values().numbers();
        if (numbers.length != features.size() || row.values().texts().length != features.size()) {
            throw new IllegalArgumentException(
                    "The row (%s) has %d values for %d features.%nMaybe it was made by another definition."
                            .formatted(name, numbers.length, features.size()));
        }
        for (int i = 0; i < numbers.length; i++) {
            if (features.get(i).type() == Feature.Type.NUMBER && Math.abs(numbers[i]) > GREATEST_NUMBER) {
                throw new IllegalArgumentException(
                        "The row (%s) has the number %s as %s, which is beyond %s.%nMaybe bound the feature."
                                .formatted(name, numbers[i], features.get(i).id(), GREATEST_NUMBER));
            }
        }
    }
}
