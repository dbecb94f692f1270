package dev.assay.batch.simulate;

import dev.assay.model.simulation.Move;
import dev.assay.model.simulation.Simulation;
import java.time.Instant;
import java.util.List;

/**
 * What a simulation found.
 *
 * @param request what was asked
 * @param knownAt the instant up to which facts counted
 * @param simulation the counts
 * @param moves the first moves in the order of the store's keys, as many as were asked for
 */
public record SimulationOutcome(SimulationRequest request, Instant knownAt, Simulation simulation, List<Move> moves) {

    /** Copies the list. */
    public SimulationOutcome {
        moves = List.copyOf(moves);
    }
}
