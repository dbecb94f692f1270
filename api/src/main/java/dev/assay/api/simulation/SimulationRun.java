package dev.assay.api.simulation;

import dev.assay.batch.simulate.SimulationOutcome;
import dev.assay.batch.simulate.SimulationRequest;
import dev.assay.model.comparison.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A simulation that somebody began in the console: how far it has come, and what it found. */
public final class SimulationRun {

    /** How it stands. */
    public enum State {
        /** Still reading. */
        RUNNING,
        /** Done; the outcome is there. */
        DONE,
        /** Failed; the log says why. */
        FAILED
    }

    private final long id;
    private final SimulationRequest request;
    private final List<Change> changes;
    private final String by;
    private final Instant begunAt;
    private final Path moves;
    private volatile State state = State.RUNNING;
    private volatile int percent;
    private volatile @Nullable SimulationOutcome outcome;

    SimulationRun(long id, Draft draft, String by, Instant begunAt, Path moves) {
        this.id = id;
        this.request = draft.request();
        this.changes = List.copyOf(draft.changes());
        this.by = by;
        this.begunAt = begunAt;
        this.moves = moves;
    }

    /**
     * What is to be simulated.
     *
     * @param request the two models and the day
     * @param changes what differs between them
     */
    public record Draft(SimulationRequest request, List<Change> changes) {}

    void progress(int done, int all) {
        percent = Math.max(percent, done * 100 / all);
    }

    void done(SimulationOutcome found) {
        outcome = found;
        state = State.DONE;
    }

    void failed() {
        state = State.FAILED;
    }

    /**
     * Its number.
     *
     * @return the number, from 1 since the server was started
     */
    public long id() {
        return id;
    }

    /**
     * What was asked.
     *
     * @return the two models and the day
     */
    public SimulationRequest request() {
        return request;
    }

    /**
     * What differs between the two models.
     *
     * @return the changes
     */
    public List<Change> changes() {
        return changes;
    }

    /**
     * Who began it.
     *
     * @return the account's name
     */
    public String by() {
        return by;
    }

    /**
     * When it was begun.
     *
     * @return the instant
     */
    public Instant begunAt() {
        return begunAt;
    }

    /**
     * The file of all moves; complete when the state is {@link State#DONE}.
     *
     * @return its path
     */
    public Path moves() {
        return moves;
    }

    /**
     * How it stands.
     *
     * @return the state
     */
    public State state() {
        return state;
    }

    /**
     * How far it has come.
     *
     * @return 0 to 100
     */
    public int percent() {
        return percent;
    }

    /**
     * What it found.
     *
     * @return the outcome; empty unless the state is {@link State#DONE}
     */
    public Optional<SimulationOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }
}
