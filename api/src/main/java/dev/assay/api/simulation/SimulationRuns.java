package dev.assay.api.simulation;

import dev.assay.api.AssaySettings;
import dev.assay.api.AuthorityClock;
import dev.assay.batch.simulate.SimulationOutcome;
import dev.assay.batch.simulate.Simulations;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The simulations of the console: one at a time, the others wait; the last few are kept until the server stops. */
@Component
public class SimulationRuns {

    private static final Logger LOG = LoggerFactory.getLogger(SimulationRuns.class);

    private static final int KEPT = 10;

    private final Simulations simulations;
    private final AuthorityClock clock;
    private final Path folder;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("simulation").daemon().factory());
    private final Deque<SimulationRun> runs = new ArrayDeque<>();
    private long last;

    /**
     * Runs without any.
     *
     * @param simulations simulates
     * @param clock tells when a run was begun
     * @param settings names the folder of working files
     */
    public SimulationRuns(Simulations simulations, AuthorityClock clock, AssaySettings settings) {
        this.simulations = simulations;
        this.clock = clock;
        this.folder = settings.dataDir().resolve("simulations");
    }

    /**
     * Begins a simulation, or puts it behind the one that runs.
     *
     * @param draft what to simulate
     * @param by the account's name
     * @return the run
     */
    public SimulationRun begin(SimulationRun.Draft draft, String by) {
        return begin(draft, by, outcome -> {});
    }

    /**
     * Begins a simulation of which somebody is told when it is done.
     *
     * @param draft what to simulate
     * @param by the account's name
     * @param done is told what it found, before others see it; not told if it fails
     * @return the run
     */
    public synchronized SimulationRun begin(SimulationRun.Draft draft, String by, Consumer<SimulationOutcome> done) {
        last++;
        SimulationRun run = new SimulationRun(last, draft, by, clock.now(), folder.resolve("moves-" + last + ".csv"));
        runs.addFirst(run);
        while (runs.size() > KEPT && runs.getLast().state() != SimulationRun.State.RUNNING) {
            forget(runs.removeLast());
        }
        thread.execute(() -> simulate(run, done));
        return run;
    }

    private void simulate(SimulationRun run, Consumer<SimulationOutcome> done) {
        try {
            SimulationOutcome outcome = simulations.run(run.request(), run.moves(), 0, run::progress);
            done.accept(outcome);
            run.done(outcome);
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "The simulation {} of the model {} failed",
                    run.id(),
                    run.request().after().id(),
                    e);
            run.failed();
        }
    }

    private static void forget(SimulationRun run) {
        try {
            Files.deleteIfExists(run.moves());
        } catch (IOException e) {
            throw new UncheckedIOException("The moves (%s) cannot be removed.".formatted(run.moves()), e);
        }
    }

    /**
     * The last simulations.
     *
     * @return them, newest first
     */
    public synchronized List<SimulationRun> newest() {
        return new ArrayList<>(runs);
    }

    /**
     * A simulation by its number.
     *
     * @param id the number
     * @return it; empty if there was none, or it is not kept any more
     */
    public synchronized Optional<SimulationRun> find(long id) {
        return runs.stream().filter(run -> run.id() == id).findFirst();
    }

    /** Stops what runs, before the database is closed under it, and removes the files. */
    @PreDestroy
    void stop() {
        thread.shutdownNow();
        thread.close();
        newest().forEach(SimulationRuns::forget);
    }
}
