package dev.assay.batch.prediction;

import dev.assay.batch.range.RangeWork;
import dev.assay.core.adoption.Adoption;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.judging.Judge;
import dev.assay.model.prediction.judging.JudgedRow;
import dev.assay.model.prediction.judging.ModelCard;
import dev.assay.model.prediction.judging.ModelCardJson;
import dev.assay.model.prediction.learning.Training;
import dev.assay.model.prediction.reading.FeatureDefinition;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.supervision.Strictness;
import dev.assay.model.prediction.trained.TrainedPrediction;
import dev.assay.store.database.Database;
import dev.assay.store.prediction.StoredTraining;
import dev.assay.store.prediction.Trainings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Trains predictions on the store's credit files, keeps them, and judges them on later inspections. */
public final class Predictions {

    private final Database database;
    private final PredictionRows rows;
    private final InstantSource clock;

    /**
     * Predictions over a database.
     *
     * @param database the database
     * @param rows makes the rows
     * @param clock tells when a training was kept
     */
    public Predictions(Database database, PredictionRows rows, InstantSource clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * What a training gave.
     *
     * @param prediction what was learned
     * @param digest SHA-256 of its text, hexadecimal
     * @param id its number in the store
     * @param inspections how many inspections were learned from
     * @param found at how many of them something was found
     */
    public record Trained(TrainedPrediction prediction, String digest, int id, int inspections, long found) {}

    /**
     * What was learned, as it is kept.
     *
     * @param training when, and from which days
     * @param prediction what was learned
     */
    public record Kept(StoredTraining training, TrainedPrediction prediction) {}

    /**
     * What judging gave.
     *
     * @param card the model card
     * @param rows the inspections with their scores, in the order of their days
     * @param strictness how strict each inspector was at them, the strictest first; empty where nobody knows who inspected
     */
    public record Judged(ModelCard card, List<JudgedRow> rows, List<Strictness> strictness) {
        /** Copies the lists. */
        public Judged {
            rows = List.copyOf(rows);
            strictness = List.copyOf(strictness);
        }
    }

    /**
     * Learns from all inspections up to a day, and keeps what was learned.
     *
     * @param definition what is foretold, and from what
     * @param until the last day whose inspections count
     * @param by the account that trains: somebody else approves it
     * @param progress hears how far reading has come
     * @return what was learned
     * @throws IllegalArgumentException if there are too few inspections
     */
    public Trained train(PredictionDefinition definition, LocalDate until, String by, RangeWork.Progress progress) {
        List<Observation> all = rows.until(definition, until, progress);
        TrainedPrediction prediction =
                Training.train(definition.id(), definition.toFeatures(), all, definition.learning(), until);
        String text = prediction.toJson();
        String digest = sha256(text);
        int id = new Trainings(database.dsl())
                .keep(
                        new Trainings.Learned(definition.id(), definition.version(), until, digest, text),
                        by,
                        clock.instant());
        return new Trained(
                prediction,
                digest,
                id,
                all.size(),
                all.stream().filter(Observation::found).count());
    }

    /**
     * Judges the latest training that had ended before some days on the inspections of these days, and notes with it what came of that.
     *
     * @param definition what is foretold, and from what
     * @param from the first day
     * @param to the last day
     * @param by the account that judges
     * @param progress hears how far reading has come
     * @return the card, and every inspection with its score
     * @throws IllegalArgumentException if nothing was trained on earlier days alone, or the definition has changed since
     */
    public Judged evaluate(
            PredictionDefinition definition, LocalDate from, LocalDate to, String by, RangeWork.Progress progress) {
        Kept kept = learnedBefore(definition, from);
        StoredTraining training = kept.training();
        TrainedPrediction prediction = kept.prediction();
        List<Observation> all = rows.until(definition, to, progress);
        List<Observation> learned =
                all.stream().filter(row -> !row.day().isAfter(training.until())).toList();
        List<Observation> window =
                all.stream().filter(row -> !row.day().isBefore(from)).toList();
        List<JudgedRow> judged = judge(definition, prediction, learned, window, training.until());
        ModelCard card = Judge.judge(
                CardFacts.about(definition, prediction, training.digest()),
                CardFacts.training(prediction, learned),
                CardFacts.window(definition, from, to, window),
                List.of(definition.limits()),
                judged);
        note(new Trainings(database.dsl()), training, card, by);
        return new Judged(card, judged, strictness(prediction, window));
    }

    private static List<Strictness> strictness(TrainedPrediction prediction, List<Observation> rows) {
        return Strictness.of(
                dev.assay.model.prediction.supervision.Judged.of(prediction, rows, Observation::inspector));
    }

    /** Of a training that was given up or taken out of force a card is history, and changes nothing. */
    private void note(Trainings trainings, StoredTraining training, ModelCard card, String by) {
        switch (training.adoption()) {
            case Adoption.Open _, Adoption.Approved _ ->
                trainings.judge(training, CardFacts.found(card), ModelCardJson.write(card), by, clock.instant());
            case Adoption.Dropped _, Adoption.Retired _ -> {}
        }
    }

    /**
     * The latest training that had ended before some day.
     *
     * @param definition what is foretold, and from what
     * @param from the day
     * @return the training
     * @throws IllegalArgumentException if nothing was trained on earlier days alone, or the definition has changed since
     */
    public Kept learnedBefore(PredictionDefinition definition, LocalDate from) {
        Trainings trainings = new Trainings(database.dsl());
        StoredTraining training = trainings.of(definition.id()).stream()
                .filter(one -> one.until().isBefore(from))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Nothing was learned for %s from days before %s alone.%nMaybe train it first: assay train --model %s --until %s."
                                .formatted(definition.id(), from, definition.id(), from.minusDays(1))));
        TrainedPrediction prediction = TrainedPrediction.parse(trainings.text(training.id()));
        refuseChanged(definition, prediction);
        return new Kept(training, prediction);
    }

    /** A score made of features that mean something else by now would be nobody's. */
    static void refuseChanged(PredictionDefinition definition, TrainedPrediction prediction) {
        List<Feature> now = definition.toFeatures();
        List<Feature> then = CardFacts.features(prediction);
        List<String> changed = IntStream.range(0, Math.max(now.size(), then.size()))
                .filter(i -> i >= now.size() || i >= then.size() || !isSame(now.get(i), then.get(i)))
                .mapToObj(i -> i < now.size() ? now.get(i).id() : then.get(i).id())
                .toList();
        if (!changed.isEmpty()) {
            throw new IllegalArgumentException(
                    "The definition of %s has changed since it was trained (%s).%nMaybe train it again."
                            .formatted(definition.id(), String.join(", ", changed)));
        }
    }

    private static boolean isSame(Feature one, Feature other) {
        return one.id().equals(other.id())
                && one.type() == other.type()
                && one.definition().equals(other.definition());
    }

    private static List<JudgedRow> judge(
            PredictionDefinition definition,
            TrainedPrediction prediction,
            List<Observation> learned,
            List<Observation> window,
            LocalDate until) {
        ToDoubleFunction<Observation> history = history(definition, learned, until);
        Map<String, Double> rates = learned.stream()
                .filter(row -> row.inspector() != null)
                .collect(Collectors.groupingBy(
                        row -> String.valueOf(row.inspector()),
                        Collectors.averagingDouble(row -> row.found() ? 1 : 0)));
        Map<String, Double> effects = strictness(prediction, learned).stream()
                .collect(Collectors.toMap(Strictness::by, one -> one.drawn().estimate()));
        SplittableRandom random = new SplittableRandom(definition.learning().seed());
        List<JudgedRow> judged = new ArrayList<>();
        for (Observation row : window) {
            Double rules = row.rulesScore();
            judged.add(new JudgedRow(
                    row,
                    prediction.probability(row.values()),
                    rules == null ? Double.NaN : rules,
                    history.applyAsDouble(row),
                    ofInspector(row, rates),
                    prediction.logOdds(row.values()) + ofInspector(row, effects),
                    random.nextDouble()));
        }
        return judged;
    }

    /** NaN where nobody knows who came, or training did not know them. */
    private static double ofInspector(Observation row, Map<String, Double> known) {
        return row.inspector() == null ? Double.NaN : known.getOrDefault(row.inspector(), Double.NaN);
    }

    /** The baseline that knows the business's own past and nothing else, learned from the same rows. */
    private static ToDoubleFunction<Observation> history(
            PredictionDefinition definition, List<Observation> learned, LocalDate until) {
        int[] kept = IntStream.range(0, definition.features().size())
                .filter(i -> definition.features().get(i).history())
                .toArray();
        Optional<Learning.Learner> card = definition.learning().learners().stream()
                .filter(Learning.Learner.Scorecard.class::isInstance)
                .findFirst();
        if (kept.length == 0 || card.isEmpty()) {
            return _ -> Double.NaN;
        }
        Learning all = definition.learning();
        Learning alone = new Learning(
                all.seed(),
                all.folds(),
                all.foldDays(),
                List.of(card.get()),
                all.calibration(),
                all.inspectorPenalty());
        List<Feature> features = IntStream.of(kept)
                .mapToObj(i -> definition.features().get(i))
                .map(FeatureDefinition::feature)
                .toList();
        TrainedPrediction prediction = Training.train(
                definition.id() + "-history",
                features,
                learned.stream().map(row -> row.with(pick(row.values(), kept))).toList(),
                alone,
                until);
        return row -> prediction.logOdds(pick(row.values(), kept));
    }

    private static FeatureValues pick(FeatureValues values, int[] kept) {
        double[] numbers =
                IntStream.of(kept).mapToDouble(i -> values.numbers()[i]).toArray();
        @Nullable
        String[] texts = IntStream.of(kept).mapToObj(i -> values.texts()[i]).toArray(String[]::new);
        return new FeatureValues(numbers, texts);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
