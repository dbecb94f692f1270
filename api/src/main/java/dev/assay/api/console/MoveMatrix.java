package dev.assay.api.console;

import dev.assay.model.simulation.Stability;
import dev.assay.store.rating.GradeMove;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Who goes where, as a table.
 *
 * @param moves the moves, those of no change among them
 * @param standings the grades and states that occur, from best to worst, states last
 */
public record MoveMatrix(List<GradeMove> moves, List<String> standings) {

    /** Copies the lists. */
    public MoveMatrix {
        moves = List.copyOf(moves);
        standings = List.copyOf(standings);
    }

    static MoveMatrix of(List<GradeMove> moves) {
        return new MoveMatrix(
                moves,
                moves.stream()
                        .flatMap(move -> Stream.of(move.from(), move.to()))
                        .distinct()
                        .sorted(Standings.BEST_FIRST)
                        .toList());
    }

    /**
     * A cell of the table.
     *
     * @param from what stands
     * @param to what would stand
     * @return how many subjects
     */
    public long count(String from, String to) {
        return moves.stream()
                .filter(move -> move.from().equals(from) && move.to().equals(to))
                .mapToLong(GradeMove::subjects)
                .sum();
    }

    /**
     * How many subjects both sides have.
     *
     * @return the sum of all cells
     */
    public long subjects() {
        return moves.stream().mapToLong(GradeMove::subjects).sum();
    }

    /**
     * How many of them stand elsewhere.
     *
     * @return the sum of the cells beside the diagonal
     */
    public long changed() {
        return moves.stream()
                .filter(GradeMove::isChange)
                .mapToLong(GradeMove::subjects)
                .sum();
    }

    /**
     * How far the distribution of grades and states shifts.
     *
     * @return the population stability index between the two sides
     */
    public Stability stability() {
        return Stability.of(totals(GradeMove::from), totals(GradeMove::to));
    }

    private long[] totals(Function<GradeMove, String> side) {
        return standings.stream()
                .mapToLong(standing -> moves.stream()
                        .filter(move -> side.apply(move).equals(standing))
                        .mapToLong(GradeMove::subjects)
                        .sum())
                .toArray();
    }
}
