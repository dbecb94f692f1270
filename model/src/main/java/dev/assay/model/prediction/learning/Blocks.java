package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.trained.TrainedFile.Fold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks at the end of the training time, each with all rows before it. One in which nothing can be told apart is left out.
 *
 * @param blocks the blocks, the earliest first
 */
record Blocks(List<Block> blocks) {

    private static final int LEAST_TO_LEARN = 10;
    private static final int LEAST_BLOCKS = 2;

    /** A block and what came before it. */
    record Block(Fold fold, List<Observation> before, List<Observation> rows) {}

    static Blocks of(List<Observation> rows, Learning how, LocalDate until) {
        if (how.folds() < LEAST_BLOCKS || how.foldDays() < 1) {
            throw new IllegalArgumentException(
                    "The learning has %d blocks of %d days.%nMaybe say at least two blocks of a week."
                            .formatted(how.folds(), how.foldDays()));
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = how.folds(); i > 0; i--) {
            LocalDate from = until.minusDays((long) i * how.foldDays()).plusDays(1);
            LocalDate to = from.plusDays(how.foldDays() - 1L);
            List<Observation> before =
                    rows.stream().filter(row -> row.day().isBefore(from)).toList();
            List<Observation> own = rows.stream()
                    .filter(row -> !row.day().isBefore(from) && !row.day().isAfter(to))
                    .toList();
            if (tells(before, LEAST_TO_LEARN) && tells(own, 1)) {
                blocks.add(new Block(new Fold(from, to, before.size(), own.size(), found(own)), before, own));
            }
        }
        if (blocks.size() < LEAST_BLOCKS) {
            throw new IllegalArgumentException(
                    "Of %d blocks of %d days up to %s only %d have rows that found and rows that did not, and enough of both before them.%nMaybe take longer blocks, or fewer, or begin the training time earlier."
                            .formatted(how.folds(), how.foldDays(), until, blocks.size()));
        }
        return new Blocks(List.copyOf(blocks));
    }

    List<Fold> folds() {
        return blocks.stream().map(Block::fold).toList();
    }

    private static boolean tells(List<Observation> rows, int least) {
        long found = found(rows);
        return found >= least && rows.size() - found >= least;
    }

    private static long found(List<Observation> rows) {
        return rows.stream().filter(Observation::found).count();
    }
}
