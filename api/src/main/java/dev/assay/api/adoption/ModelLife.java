package dev.assay.api.adoption;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.api.problem.NotThere;
import dev.assay.api.simulation.SimulationRun;
import dev.assay.api.simulation.SimulationRuns;
import dev.assay.batch.adoption.ModelInUse;
import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.batch.simulate.SimulationOutcome;
import dev.assay.batch.simulate.SimulationRequest;
import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.MoveRefusedException;
import dev.assay.core.adoption.MoveRefusedException.Refusal;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.listing.Decision;
import dev.assay.model.comparison.Change;
import dev.assay.model.comparison.ModelComparison;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.adoption.Checking;
import dev.assay.store.adoption.ModelDraft;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.adoption.StoredVersion;
import dev.assay.store.adoption.Trial;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Carries what persons do with versions of models into the store. */
@Component
public class ModelLife {

    private static final Logger LOG = LoggerFactory.getLogger(ModelLife.class);

    private final ModelVersions versions;
    private final ModelsInUse inUse;
    private final ConfigFiles config;
    private final Vocabulary vocabulary;
    private final SimulationRuns simulations;
    private final AuthorityClock clock;

    ModelLife(
            ModelVersions versions,
            ModelsInUse inUse,
            ConfigFiles config,
            Vocabulary vocabulary,
            SimulationRuns simulations,
            AuthorityClock clock) {
        this.versions = versions;
        this.inUse = inUse;
        this.config = config;
        this.vocabulary = vocabulary;
        this.simulations = simulations;
        this.clock = clock;
    }

    /**
     * A version by model and number.
     *
     * @param model the model's id
     * @param id the version's number
     * @return the version
     * @throws NotThere if the model has no such version
     */
    public StoredVersion get(String model, int id) {
        return versions.find(id)
                .filter(version -> version.model().equals(model))
                .orElseThrow(
                        () -> new NotThere("The model (%s) has no version (%d).%nMaybe look for it on the model's page."
                                .formatted(model, id)));
    }

    /**
     * A version by number, as it was when somebody looked at it: whoever moves it moves what was seen.
     *
     * @param model the model's id
     * @param id the version's number
     * @param revision the revision that was seen
     * @return the version
     * @throws NotThere if there is none
     * @throws MoveRefusedException if it was moved since
     */
    public StoredVersion getSeen(String model, int id, int revision) {
        StoredVersion version = get(model, id);
        if (version.revision() != revision) {
            throw new MoveRefusedException(
                    Refusal.CHANGED_SINCE,
                    "The version (%d) was changed in the meantime.%nMaybe look at it again.".formatted(id));
        }
        return version;
    }

    /**
     * The text that stands for a model: what is in force today, else what the configuration has.
     *
     * @param model the model's id
     * @return the whole text; empty if only drafts of it exist
     */
    public Optional<ConfigFile> standing(String model) {
        LocalDate today = clock.today();
        Optional<ModelInUse> inForce = inUse.on(today).stream()
                .filter(one -> one.model().equals(model))
                .findFirst();
        return inForce.map(ModelInUse::file)
                .or(() -> config.find("models", model).map(file -> GradingModels.whole(file, config)));
    }

    /**
     * Drafts a version.
     *
     * @param text the model's text; it may have faults
     * @param viewer who wrote it
     * @return the version
     * @throws FaultyConfigException if the text does not even say which model it is
     */
    public StoredVersion draft(String text, Viewer viewer) {
        int id = versions.add(named(text), viewer.name(), clock.now());
        return versions.find(id).orElseThrow();
    }

    /**
     * Gives a version another text.
     *
     * @param seen the version as it was seen
     * @param text the text; it may have faults
     * @param viewer who wrote it
     * @throws FaultyConfigException if the text does not say which model it is, or says that it is another one
     * @throws MoveRefusedException if the version cannot be edited any more
     */
    public void edit(StoredVersion seen, String text, Viewer viewer) {
        ModelDraft draft = named(text);
        if (!draft.model().equals(seen.model())) {
            throw new FaultyConfigException(List.of(new Fault(
                    "models/" + seen.model() + ".yaml",
                    1,
                    "id",
                    "The text is of another model (%s).".formatted(draft.model()),
                    "Maybe save it as a draft on the page of that model.")));
        }
        versions.edit(seen, draft, viewer.name(), clock.now());
    }

    private static ModelDraft named(String text) {
        return DraftHead.read(unixLines(text));
    }

    /** Browsers send line ends as CR LF; the digest of a text must not depend on who typed it. */
    private static String unixLines(String text) {
        return text.replace("\r\n", "\n");
    }

    /**
     * Looks for faults, and notes that there are none.
     *
     * @param seen the version as it was seen, a draft
     * @param viewer who has it checked
     * @return its faults; empty if it is checked now
     * @throws MoveRefusedException if it is no draft, or was moved since
     */
    public List<Fault> check(StoredVersion seen, Viewer viewer) {
        ConfigFile whole = wholeOf(seen);
        List<Fault> faults = GradingModels.check(whole, vocabulary);
        if (faults.isEmpty()) {
            versions.check(seen, new Checking(whole.content(), whole.sha256()), viewer.name(), clock.now());
        }
        return faults;
    }

    /**
     * The text of a version with all that it draws in: as it was checked, or as it would be checked today.
     *
     * @param version the version
     * @return the whole text
     */
    public ConfigFile wholeOf(StoredVersion version) {
        String name = "models/" + version.model() + ".yaml";
        String whole = version.whole();
        return whole != null
                ? new ConfigFile(name, whole)
                : GradingModels.whole(new ConfigFile(name, version.draft().text()), config);
    }

    /**
     * What differs between what stands and a version.
     *
     * @param version the version
     * @return the changes; empty if nothing stands yet, or one of the two has faults
     */
    public List<Change> changes(StoredVersion version) {
        return standing(version.model())
                .map(before -> {
                    try {
                        return ModelComparison.between(before, wholeOf(version));
                    } catch (FaultyConfigException faulty) {
                        return List.<Change>of();
                    }
                })
                .orElseGet(List::of);
    }

    /**
     * Begins the simulation of a version against what stands; when it is done, the version is simulated. A version of a model that is new is
     * held against itself: then the simulation tells whom it grades and how.
     *
     * @param seen the version as it was seen, checked
     * @param asOf the day
     * @param viewer who has it simulated
     * @return the simulation
     * @throws MoveRefusedException if it was not checked
     */
    public SimulationRun simulate(StoredVersion seen, LocalDate asOf, Viewer viewer) {
        if (!(seen.adoption() instanceof Adoption.Checked) && !(seen.adoption() instanceof Adoption.Simulated)) {
            throw new MoveRefusedException(
                    Refusal.OUT_OF_ORDER,
                    "The version (%d) is %s.%nMaybe have it checked first."
                            .formatted(seen.id(), seen.adoption().code()));
        }
        ConfigFile whole = wholeOf(seen);
        GradingModel after = GradingModels.parse(whole, vocabulary);
        ConfigFile standing = standing(seen.model()).orElse(whole);
        GradingModel before = GradingModels.parse(standing, vocabulary);
        if (before.scope() != after.scope()) {
            standing = whole;
            before = after;
        }
        SimulationRequest request = new SimulationRequest(before, after, asOf, null);
        return simulations.begin(
                new SimulationRun.Draft(request, ModelComparison.between(standing, whole)),
                viewer.name(),
                outcome -> simulated(seen, outcome, viewer.name()));
    }

    /** The text may have been edited while its simulation ran; then what was found is of no use to the version. */
    private void simulated(StoredVersion seen, SimulationOutcome outcome, String by) {
        try {
            StoredVersion now = versions.find(seen.id()).orElseThrow();
            versions.simulate(now, Objects.requireNonNull(seen.digest()), SimulationNote.of(outcome), by, clock.now());
        } catch (MoveRefusedException overtaken) {
            LOG.info("The simulation of the version {} counts for nothing: {}", seen.id(), overtaken.getMessage());
        }
    }

    /**
     * Approves a version.
     *
     * @param seen the version as it was seen, simulated
     * @param from the first day in force
     * @param reason why
     * @param viewer who approves, somebody who did not write it
     * @throws MoveRefusedException if that may not be
     */
    public void approve(StoredVersion seen, LocalDate from, String reason, Viewer viewer) {
        if (!(seen.adoption() instanceof Adoption.Simulated simulated)) {
            throw outOfOrder(seen);
        }
        Adoption approved = simulated.approve(decision(reason, viewer), from);
        GradingModel model = GradingModels.parse(wholeOf(seen), vocabulary);
        if (!model.header().basis().isInForce(from)) {
            throw new MoveRefusedException(
                    Refusal.OUTSIDE_THE_LAW,
                    "The law of the version (%d) is not in force on %s.%nMaybe choose a later day."
                            .formatted(seen.id(), from));
        }
        versions.decide(seen, approved, viewer.name(), clock.now());
    }

    /**
     * Gives a version back to those who wrote it.
     *
     * @param seen the version as it was seen, simulated
     * @param reason why
     * @param viewer who decides, somebody who did not write it
     * @throws MoveRefusedException if that may not be
     */
    public void giveBack(StoredVersion seen, String reason, Viewer viewer) {
        versions.giveBack(seen, decision(reason, viewer));
    }

    /**
     * Takes a version out of force.
     *
     * @param seen the version as it was seen, approved
     * @param lastDay the last day in force
     * @param reason why
     * @param viewer who decides
     * @throws MoveRefusedException if that may not be
     */
    public void retire(StoredVersion seen, LocalDate lastDay, String reason, Viewer viewer) {
        if (!(seen.adoption() instanceof Adoption.Approved approved)) {
            throw outOfOrder(seen);
        }
        versions.decide(seen, approved.retire(decision(reason, viewer), lastDay), viewer.name(), clock.now());
    }

    /**
     * Gives a version up that was never approved.
     *
     * @param seen the version as it was seen
     * @param reason why
     * @param viewer who decides
     * @throws MoveRefusedException if that may not be
     */
    public void drop(StoredVersion seen, String reason, Viewer viewer) {
        if (!(seen.adoption() instanceof Adoption.Open open)) {
            throw outOfOrder(seen);
        }
        versions.decide(seen, open.drop(decision(reason, viewer)), viewer.name(), clock.now());
    }

    /**
     * Lets a version rate on trial, beside what is in force.
     *
     * @param seen the version as it was seen, checked
     * @param trial from when to when
     * @param viewer who decides
     * @throws MoveRefusedException if that may not be
     */
    public void tryOut(StoredVersion seen, Trial trial, Viewer viewer) {
        versions.tryOut(seen, trial.notOver(clock.today()), viewer.name(), clock.now());
    }

    /**
     * Ends a trial.
     *
     * @param seen the version as it was seen
     * @param viewer who decides
     * @throws MoveRefusedException if it was moved since
     */
    public void endTrial(StoredVersion seen, Viewer viewer) {
        versions.endTrial(seen, viewer.name(), clock.now());
    }

    private Decision decision(String reason, Viewer viewer) {
        try {
            return new Decision(viewer.name(), clock.now(), clock.today(), reason);
        } catch (IllegalArgumentException e) {
            throw new MoveRefusedException(Refusal.NO_REASON, String.valueOf(e.getMessage()));
        }
    }

    private static MoveRefusedException outOfOrder(StoredVersion seen) {
        return new MoveRefusedException(
                Refusal.OUT_OF_ORDER,
                "The version (%d) is %s, and this move does not begin there.%nMaybe look at it again."
                        .formatted(seen.id(), seen.adoption().code()));
    }
}
