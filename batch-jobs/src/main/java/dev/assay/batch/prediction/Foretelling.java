package dev.assay.batch.prediction;

import dev.assay.batch.intake.ImportReport;
import dev.assay.batch.intake.Imports;
import dev.assay.batch.prediction.PredictionRows.Gathered;
import dev.assay.batch.prediction.PredictionRows.Standing;
import dev.assay.batch.range.RangeWork;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.reading.PredictionFile;
import dev.assay.model.prediction.trained.DamagedFileException;
import dev.assay.model.prediction.trained.TrainedPrediction;
import dev.assay.store.database.Database;
import dev.assay.store.prediction.PredictionRuns;
import dev.assay.store.prediction.PredictionRuns.Role;
import dev.assay.store.prediction.PredictionRuns.Scoring;
import dev.assay.store.prediction.StoredTraining;
import dev.assay.store.prediction.Trainings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Foretells of everybody what is likely to be found: by the training that is in force, whose predictions enter the credit files as facts of the feed
 * {@value #FEED}; and beside it by those on trial, which enter nothing. Watches both.
 */
public final class Foretelling {

    /** The feed by which predictions enter the credit files. */
    public static final String FEED = "assay-prediction";

    private final Database database;
    private final ConfigFiles config;
    private final PredictionRows rows;
    private final Imports imports;
    private final Path folder;
    private final InstantSource clock;

    /**
     * Foretelling over a database.
     *
     * @param database the database
     * @param config where definitions are
     * @param rows makes the rows
     * @param imports takes the predictions in
     * @param folder where the files of predictions are kept
     * @param clock tells when it was scored
     */
    public Foretelling(
            Database database,
            ConfigFiles config,
            PredictionRows rows,
            Imports imports,
            Path folder,
            InstantSource clock) {
        this.database = database;
        this.config = config;
        this.rows = rows;
        this.imports = imports;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What a scoring gave.
     *
     * @param prediction the definition's id
     * @param scorings the champion's first, if one is in force, then the challengers'
     * @param taken what became of the predictions in the credit files; null where none is in force
     * @param leftOut why a training on trial did not score, one text for each; the one in force goes on without it
     */
    public record Outcome(
            String prediction,
            List<Scoring> scorings,
            @Nullable ImportReport taken,
            List<String> leftOut) {
        /** Copies the lists. */
        public Outcome {
            scorings = List.copyOf(scorings);
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Told of each prediction. */
    public interface Listener {

        /**
         * Everybody was scored.
         *
         * @param outcome what came of it
         */
        default void foretold(Outcome outcome) {}

        /**
         * A prediction could not be scored; the others go on.
         *
         * @param prediction the definition's id
         * @param why why, and what to do
         */
        default void notForetold(String prediction, String why) {}
    }

    /**
     * Scores what is due on a day: that which was not scored for as many days as its definition says, and that whose training in force is another
     * one than the last time.
     *
     * @param day the day
     * @param listener is told of each
     * @return how many could not be scored
     */
    public int due(LocalDate day, Listener listener) {
        int failed = 0;
        for (String prediction : new Trainings(database.dsl()).inUse(day)) {
            try {
                PredictionDefinition definition = PredictionFile.load(config, prediction);
                if (isDue(definition, day)) {
                    Outcome outcome = run(definition, day, day, (_, _) -> {});
                    failed += outcome.leftOut().size();
                    listener.foretold(outcome);
                }
            } catch (IllegalArgumentException | FaultyConfigException | DamagedFileException impossible) {
                failed++;
                listener.notForetold(prediction, String.valueOf(impossible.getMessage()));
            }
        }
        return failed;
    }

    private boolean isDue(PredictionDefinition definition, LocalDate day) {
        List<PredictionRuns.StoredRun> last = new PredictionRuns(database.dsl()).newest(definition.id(), 1);
        if (last.isEmpty()) {
            return true;
        }
        Scoring scoring = last.getFirst().scoring();
        boolean another = new Trainings(database.dsl())
                .findInForce(definition.id(), day)
                .filter(training -> training.id() != scoring.training() || scoring.role() != Role.CHAMPION)
                .isPresent();
        return another
                || !scoring.scoredOn().plusDays(definition.use().everyDays()).isAfter(day);
    }

    /**
     * Scores everybody whom somebody ever looked at, and who is not closed.
     *
     * @param definition what is foretold, and from what
     * @param day as of which day
     * @param decided by what is in force and on trial on this day
     * @param progress hears how far reading has come
     * @return what came of it
     * @throws IllegalArgumentException if nothing is in force or on trial, or what is in force was learned from that day or a later one, or
     *     by another definition
     */
    public Outcome run(PredictionDefinition definition, LocalDate day, LocalDate decided, RangeWork.Progress progress) {
        Trainings trainings = new Trainings(database.dsl());
        Optional<StoredTraining> inForce = trainings.findInForce(definition.id(), decided);
        List<StoredTraining> all = new ArrayList<>(inForce.stream().toList());
        all.addAll(trainings.onTrial(definition.id(), decided));
        if (all.isEmpty()) {
            throw new IllegalArgumentException(
                    "No training of %s is in force or on trial on %s.%nMaybe have one judged (assay evaluate) and approved on the page of the predictions."
                            .formatted(definition.id(), decided));
        }
        Map<StoredTraining, TrainedPrediction> trained = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (StoredTraining training : all) {
            try {
                trained.put(training, usable(definition, training, trainings, day));
            } catch (IllegalArgumentException | DamagedFileException unusable) {
                if (inForce.filter(training::equals).isPresent()) {
                    throw unusable;
                }
                leftOut.add(String.valueOf(unusable.getMessage()));
            }
        }
        Gathered gathered = rows.on(definition, day, progress);
        List<Scoring> scorings = new ArrayList<>();
        @Nullable ImportReport taken = null;
        Watch.@Nullable Champion champion = null;
        for (Map.Entry<StoredTraining, TrainedPrediction> entry : trained.entrySet()) {
            boolean isChampion = inForce.filter(entry.getKey()::equals).isPresent();
            double[] scores = Watch.probabilities(
                    entry.getValue(),
                    gathered.standings().stream().map(Standing::row).toList());
            Watch watch = Watch.of(
                    entry.getValue(),
                    scores,
                    gathered.looks(),
                    day,
                    definition.use().watchDays(),
                    champion);
            if (isChampion) {
                champion = new Watch.Champion(entry.getValue(), scores);
                taken = takeIn(definition, entry.getKey(), entry.getValue(), gathered.standings(), day);
            }
            scorings.add(keep(entry.getKey(), day, isChampion, watch, gathered.standings(), scores));
        }
        return new Outcome(definition.id(), scorings, taken, leftOut);
    }

    private static TrainedPrediction usable(
            PredictionDefinition definition, StoredTraining training, Trainings trainings, LocalDate day) {
        if (!training.until().isBefore(day)) {
            throw new IllegalArgumentException(
                    "The training (%d) of %s learned from inspections up to %s and cannot foretell as of %s.%nMaybe take a later day."
                            .formatted(training.id(), definition.id(), training.until(), day));
        }
        TrainedPrediction prediction = TrainedPrediction.parse(trainings.text(training.id()));
        Predictions.refuseChanged(definition, prediction);
        return prediction;
    }

    private Scoring keep(
            StoredTraining training,
            LocalDate day,
            boolean isChampion,
            Watch watch,
            List<Standing> standings,
            double[] scores) {
        Scoring scoring = new Scoring(
                training.prediction(),
                day,
                training.id(),
                isChampion ? Role.CHAMPION : Role.CHALLENGER,
                standings.size(),
                watch.alarms(),
                watch.toValues());
        Map<Long, Double> byBusiness = new LinkedHashMap<>();
        for (int i = 0; i < scores.length; i++) {
            byBusiness.put(standings.get(i).key(), scores[i]);
        }
        new PredictionRuns(database.dsl()).keep(scoring, byBusiness, clock.instant());
        return scoring;
    }

    private @Nullable ImportReport takeIn(
            PredictionDefinition definition,
            StoredTraining training,
            TrainedPrediction prediction,
            List<Standing> standings,
            LocalDate day) {
        if (standings.isEmpty()) {
            return null;
        }
        List<Observation> everybody = standings.stream().map(Standing::row).toList();
        Path file = folder.resolve("%s-%s.csv".formatted(definition.id(), day));
        try {
            PredictionSheet.write(file, training, prediction, everybody, day);
        } catch (IOException e) {
            throw new UncheckedIOException("The file of predictions (%s) cannot be written.".formatted(file), e);
        }
        return imports.run(FEED, file, Optional.empty());
    }
}
