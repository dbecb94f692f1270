package dev.assay.api.adoption;

import dev.assay.api.AuthorityClock;
import dev.assay.api.access.Viewer;
import dev.assay.core.listing.Decision;
import dev.assay.store.database.Database;
import dev.assay.store.database.NamedLock;
import dev.assay.store.rating.HeldRuns;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Carries a person's decision on grades that the brake holds into the store. */
@Component
public class HeldRatings {

    /** What became of a decision. */
    public enum Outcome {
        /** The grades stand. */
        RELEASED,
        /** The grades are given up. */
        REJECTED,
        /** They are not held any more: a newer run took their place, or somebody else decided. */
        GONE,
        /** A rating run is under way; it may take their place. */
        BUSY,
        /** The reason is blank or too long. */
        NO_REASON
    }

    private final Database database;
    private final HeldRuns runs;
    private final AuthorityClock clock;

    HeldRatings(Database database, HeldRuns runs, AuthorityClock clock) {
        this.database = database;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * Publishes what is held.
     *
     * @param run the run's number
     * @param reason why
     * @param viewer who decides
     * @return what became of it
     */
    public Outcome release(long run, String reason, Viewer viewer) {
        return decide(reason, viewer, decision -> runs.release(run, decision) ? Outcome.RELEASED : Outcome.GONE);
    }

    /**
     * Gives up what is held.
     *
     * @param run the run's number
     * @param reason why
     * @param viewer who decides
     * @return what became of it
     */
    public Outcome reject(long run, String reason, Viewer viewer) {
        return decide(reason, viewer, decision -> runs.reject(run, decision) ? Outcome.REJECTED : Outcome.GONE);
    }

    private interface Step {
        Outcome take(Decision decision);
    }

    private Outcome decide(String reason, Viewer viewer, Step step) {
        Decision decision;
        try {
            decision = new Decision(viewer.name(), clock.now(), clock.today(), reason);
        } catch (IllegalArgumentException e) {
            return Outcome.NO_REASON;
        }
        Optional<NamedLock> free = NamedLock.tryAcquire(database, "rating");
        if (free.isEmpty()) {
            return Outcome.BUSY;
        }
        try (NamedLock _ = free.get()) {
            return step.take(decision);
        }
    }
}
