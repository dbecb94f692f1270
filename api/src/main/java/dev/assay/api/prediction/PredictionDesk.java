package dev.assay.api.prediction;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.MoveRefusedException;
import dev.assay.core.adoption.MoveRefusedException.Refusal;
import dev.assay.core.listing.Decision;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.prediction.reading.PredictionDefinition;
import dev.assay.model.prediction.reading.PredictionFile;
import dev.assay.store.adoption.Trial;
import dev.assay.store.database.Database;
import dev.assay.store.prediction.PredictionRuns;
import dev.assay.store.prediction.PredictionRuns.Riskiest;
import dev.assay.store.prediction.PredictionRuns.Role;
import dev.assay.store.prediction.PredictionRuns.StoredRun;
import dev.assay.store.prediction.StoredTraining;
import dev.assay.store.prediction.Trainings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Carries what persons do with trainings into the store, and reads what was scored. */
@Component
public class PredictionDesk {

    private static final int SHOWN_RUNS = 40;

    private final Trainings trainings;
    private final PredictionRuns runs;
    private final ConfigFiles config;
    private final AuthorityClock clock;

    PredictionDesk(Database database, ConfigFiles config, AuthorityClock clock) {
        this.trainings = new Trainings(database.dsl());
        this.runs = new PredictionRuns(database.dsl());
        this.config = config;
        this.clock = clock;
    }

    /**
     * A prediction, and how it is used.
     *
     * @param id the definition's id
     * @param definition the definition; null where it has faults, or is gone
     * @param inForce the training in force; null if none is
     * @param onTrial the trainings on trial
     * @param waiting how many trainings were judged and wait for approval
     * @param newest the newest scorings, of one day, the champion's first
     */
    public record Prediction(
            String id,
            @Nullable PredictionDefinition definition,
            @Nullable StoredTraining inForce,
            List<StoredTraining> onTrial,
            long waiting,
            List<StoredRun> newest) {

        /**
         * How many features and predictions have moved beyond the threshold.
         *
         * @return the alarms of the newest scorings
         */
        public int alarms() {
            return newest.stream().mapToInt(run -> run.scoring().alarms()).sum();
        }
    }

    /**
     * All predictions that the configuration defines or that were ever trained.
     *
     * @return them, by their ids
     */
    public List<Prediction> all() {
        Set<String> ids = new TreeSet<>(config.ids("predictions"));
        ids.addAll(trainings.predictions());
        return ids.stream().map(this::read).toList();
    }

    /**
     * A prediction by id.
     *
     * @param id the definition's id
     * @return the prediction
     * @throws NotThere if there is none
     */
    public Prediction get(String id) {
        if (!config.ids("predictions").contains(id) && trainings.of(id).isEmpty()) {
            throw new NotThere("There is no prediction (%s).%nMaybe look for it among the predictions.".formatted(id));
        }
        return read(id);
    }

    private Prediction read(String id) {
        LocalDate today = clock.today();
        List<StoredRun> newest = runs.newest(id, SHOWN_RUNS);
        return new Prediction(
                id,
                definition(id).orElse(null),
                trainings.findInForce(id, today).orElse(null),
                trainings.onTrial(id, today),
                trainings.of(id).stream()
                        .filter(training -> training.adoption() instanceof Adoption.Simulated)
                        .count(),
                newest.stream()
                        .filter(run -> run.scoring()
                                .scoredOn()
                                .equals(newest.getFirst().scoring().scoredOn()))
                        .toList());
    }

    private Optional<PredictionDefinition> definition(String id) {
        try {
            return config.ids("predictions").contains(id)
                    ? Optional.of(PredictionFile.load(config, id))
                    : Optional.empty();
        } catch (FaultyConfigException faulty) {
            return Optional.empty();
        }
    }

    /**
     * The trainings of a prediction.
     *
     * @param id the definition's id
     * @return them, the one with the latest days first
     */
    public List<StoredTraining> trainings(String id) {
        return trainings.of(id);
    }

    /**
     * Those of whom the most is foretold, with what a challenger foretells of them.
     *
     * @param prediction the prediction
     * @param viewer whose divisions are shown
     * @param most how many
     * @return them; none where nobody was scored
     */
    public List<Riskiest> riskiest(Prediction prediction, Viewer viewer, int most) {
        if (prediction.newest().isEmpty()) {
            return List.of();
        }
        int challenger = prediction.newest().stream()
                .skip(1)
                .filter(run -> run.scoring().role() == Role.CHALLENGER)
                .map(StoredRun::id)
                .findFirst()
                .orElse(0);
        return runs.riskiest(
                prediction.newest().getFirst().id(), challenger, viewer.scope().beginnings(), most);
    }

    /**
     * What raised an alarm at the newest scoring of any prediction.
     *
     * @return the scorings
     */
    public List<StoredRun> alarming() {
        return runs.alarming();
    }

    /**
     * A training.
     *
     * @param prediction the definition's id
     * @param id the training's number
     * @return it
     * @throws NotThere if the prediction has no such training
     */
    public StoredTraining training(String prediction, int id) {
        return trainings
                .find(id)
                .filter(training -> training.prediction().equals(prediction))
                .orElseThrow(
                        () -> new NotThere("The prediction (%s) has no training (%d).%nMaybe look for it on its page."
                                .formatted(prediction, id)));
    }

    /**
     * A training as it was when somebody looked at it.
     *
     * @param prediction the definition's id
     * @param id the training's number
     * @param revision the revision that was seen
     * @return it
     * @throws NotThere if there is none
     * @throws MoveRefusedException if it was moved since
     */
    public StoredTraining seen(String prediction, int id, int revision) {
        StoredTraining training = training(prediction, id);
        if (training.revision() != revision) {
            throw new MoveRefusedException(
                    Refusal.CHANGED_SINCE,
                    "The training (%d) was changed in the meantime.%nMaybe look at it again.".formatted(id));
        }
        return training;
    }

    /**
     * The newest model card of a training.
     *
     * @param training the training
     * @return JSON
     * @throws NotThere if it was never judged
     */
    public String card(StoredTraining training) {
        return trainings
                .card(training.id())
                .orElseThrow(() -> new NotThere(
                        "The training (%d) was not judged yet.%nMaybe run: assay evaluate --model %s --from %s --to … --out …"
                                .formatted(
                                        training.id(),
                                        training.prediction(),
                                        training.until().plusDays(1))));
    }

    /**
     * Approves a training.
     *
     * @param seen the training as it was seen, judged
     * @param from the first day in force
     * @param reason why
     * @param viewer who approves, somebody who did not train it
     * @throws MoveRefusedException if that may not be
     */
    public void approve(StoredTraining seen, LocalDate from, String reason, Viewer viewer) {
        if (!(seen.adoption() instanceof Adoption.Simulated judged)) {
            throw outOfOrder(seen);
        }
        trainings.decide(seen, judged.approve(decision(reason, viewer), from), viewer.name(), clock.now());
    }

    /**
     * Takes a training out of force.
     *
     * @param seen the training as it was seen, approved
     * @param lastDay the last day in force
     * @param reason why
     * @param viewer who decides
     * @throws MoveRefusedException if that may not be
     */
    public void retire(StoredTraining seen, LocalDate lastDay, String reason, Viewer viewer) {
        if (!(seen.adoption() instanceof Adoption.Approved approved)) {
            throw outOfOrder(seen);
        }
        trainings.decide(seen, approved.retire(decision(reason, viewer), lastDay), viewer.name(), clock.now());
    }

    /**
     * Gives a training up that was never approved.
     *
     * @param seen the training as it was seen
     * @param reason why
     * @param viewer who decides
     * @throws MoveRefusedException if that may not be
     */
    public void drop(StoredTraining seen, String reason, Viewer viewer) {
        if (!(seen.adoption() instanceof Adoption.Open open)) {
            throw outOfOrder(seen);
        }
        trainings.decide(seen, open.drop(decision(reason, viewer)), viewer.name(), clock.now());
    }

    /**
     * Lets a training score beside what is in force.
     *
     * @param seen the training as it was seen
     * @param trial from when to when
     * @param viewer who decides
     * @throws MoveRefusedException if that may not be
     */
    public void tryOut(StoredTraining seen, Trial trial, Viewer viewer) {
        trainings.tryOut(seen, trial.notOver(clock.today()), viewer.name(), clock.now());
    }

    /**
     * Ends a trial.
     *
     * @param seen the training as it was seen
     * @param viewer who decides
     * @throws MoveRefusedException if it was moved since
     */
    public void endTrial(StoredTraining seen, Viewer viewer) {
        trainings.endTrial(seen, viewer.name(), clock.now());
    }

    private Decision decision(String reason, Viewer viewer) {
        try {
            return new Decision(viewer.name(), clock.now(), clock.today(), reason);
        } catch (IllegalArgumentException e) {
            throw new MoveRefusedException(Refusal.NO_REASON, String.valueOf(e.getMessage()));
        }
    }

    private static MoveRefusedException outOfOrder(StoredTraining seen) {
        return new MoveRefusedException(
                Refusal.OUT_OF_ORDER,
                "The training (%d) is %s, and this move does not begin there.%nMaybe look at it again."
                        .formatted(seen.id(), seen.adoption().code()));
    }
}
