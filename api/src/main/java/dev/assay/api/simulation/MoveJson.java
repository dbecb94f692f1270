package dev.assay.api.simulation;

import dev.assay.model.simulation.Move;
import java.util.List;

/**
 * A subject that would move, and why, as the command writes it.
 *
 * @param identity the business
 * @param subject the business or its licence
 * @param name the business's name; empty where no source names it
 * @param division the code of its division; empty where no source names one
 * @param sector its sector
 * @param size its size class
 * @param before where it stands in the first model
 * @param after where it stands in the second model
 * @param differences what the rules gave differently
 */
public record MoveJson(
        String identity,
        String subject,
        String name,
        String division,
        String sector,
        String size,
        Move.Side before,
        Move.Side after,
        List<Move.Difference> differences) {

    static MoveJson of(Move move) {
        return new MoveJson(
                move.subject().business().toString(),
                move.subject().identity().toString(),
                move.name(),
                move.division(),
                move.subject().sector().code(),
                move.size().name(),
                move.before(),
                move.after(),
                move.differences());
    }
}
