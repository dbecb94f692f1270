package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.learning.Blocks.Block;
import dev.assay.model.prediction.trained.Scorer;
import dev.assay.model.prediction.trained.TrainedFile.Tried;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Which learner was taken, and what it foretold of the blocks.
 *
 * @param tried how each did
 * @param chosen the place of the one that was taken
 * @param scores the log-odds that it foretold of all blocks' rows
 * @param found what those rows found
 */
@SuppressWarnings("ArrayRecordComponent") // lives for a moment
record Choice(List<Tried> tried, int chosen, double[] scores, boolean[] found) {

    static Choice among(Fitting fitting, Blocks blocks, Learning how) {
        List<Callable<double[]>> work = new ArrayList<>();
        for (Learner learner : how.learners()) {
            for (Block block : blocks.blocks()) {
                work.add(() -> foretold(fitting.fitHere(block.before(), learner, how.seed()), block.rows()));
            }
        }
        List<double[]> all = fitting.together(work);
        int n = blocks.blocks().size();
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < how.learners().size(); i++) {
            List<Double> areas = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                areas.add(Area.underCurve(
                        all.get(i * n + k), found(blocks.blocks().get(k).rows())));
            }
            tried.add(tried(areas));
        }
        int chosen = chosen(how.learners(), tried);
        double[] scores = all.subList(chosen * n, chosen * n + n).stream()
                .flatMapToDouble(Arrays::stream)
                .toArray();
        List<Observation> rows =
                blocks.blocks().stream().flatMap(block -> block.rows().stream()).toList();
        return new Choice(List.copyOf(tried), chosen, scores, found(rows));
    }

    private static double[] foretold(Fitting.Fit fit, List<Observation> rows) {
        Scorer scorer = Scorer.of(fit.readings(), fit.form());
        return rows.stream().mapToDouble(row -> scorer.logOdds(row.values())).toArray();
    }

    private static boolean[] found(List<Observation> rows) {
        boolean[] found = new boolean[rows.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = rows.get(i).found();
        }
        return found;
    }

    private static Tried tried(List<Double> areas) {
        int n = areas.size();
        double mean = areas.stream().mapToDouble(Double::doubleValue).sum() / n;
        double squares = areas.stream()
                .mapToDouble(area -> (area - mean) * (area - mean))
                .sum();
        return new Tried(areas, mean, Math.sqrt(squares / (n - 1) / n));
    }

    /** The simplest whose mean is within a standard error of the best one's (L. Breiman et al., CART, 1984, 3.4.3); of like ones the better. */
    static int chosen(List<Learner> learners, List<Tried> tried) {
        int best = 0;
        for (int i = 1; i < tried.size(); i++) {
            if (tried.get(i).mean() > tried.get(best).mean()) {
                best = i;
            }
        }
        double least = tried.get(best).mean() - tried.get(best).standardError();
        int chosen = best;
        for (int i = 0; i < tried.size(); i++) {
            int simpler = Integer.compare(rank(learners.get(i)), rank(learners.get(chosen)));
            boolean better = tried.get(i).mean() > tried.get(chosen).mean();
            if (tried.get(i).mean() >= least && (simpler < 0 || (simpler == 0 && better))) {
                chosen = i;
            }
        }
        return chosen;
    }

    private static int rank(Learner learner) {
        return switch (learner) {
            case Learner.Scorecard scorecard -> 0;
            case Learner.RandomForest forest -> 1;
            case Learner.BoostedTrees boosted -> 2;
        };
    }
}
