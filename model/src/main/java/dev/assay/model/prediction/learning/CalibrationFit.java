package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Learning.Calibration;
import dev.assay.model.prediction.trained.CalibrationCurve;
import dev.assay.model.prediction.trained.CalibrationCurve.Isotonic;
import dev.assay.model.prediction.trained.CalibrationCurve.Platt;
import dev.assay.model.prediction.trained.LogOdds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Fits how log-odds become probabilities, on rows that were not trained on. */
final class CalibrationFit {

    /** So many points at most: a curve of more would follow chance. */
    private static final int MOST_POINTS = 50;

    private static final int LEAST_ROWS = 20;
    private static final int STEPS = 100;

    private CalibrationFit() {}

    static CalibrationCurve of(double[] scores, boolean[] found, Calibration how) {
        return switch (how) {
            case ISOTONIC -> isotonic(scores, found);
            case PLATT -> platt(scores, found);
        };
    }

    /** Rows of like scores taken together, with the mean of their scores and the share that found. */
    private record Group(double logOdds, double probability, double rows) {
        Group with(Group next) {
            double both = rows + next.rows;
            return new Group(
                    (rows * logOdds + next.rows * next.logOdds) / both,
                    (rows * probability + next.rows * next.probability) / both,
                    both);
        }
    }

    /** Pooling of adjacent violators (M. Ayer et al. 1955) over groups of rows. */
    private static Isotonic isotonic(double[] scores, boolean[] found) {
        List<Group> pooled = new ArrayList<>();
        for (Group group : groups(scores, found)) {
            Group last = group;
            while (!pooled.isEmpty()
                    && (pooled.getLast().probability() >= last.probability()
                            || pooled.getLast().logOdds() >= last.logOdds())) {
                last = pooled.removeLast().with(last);
            }
            pooled.add(last);
        }
        return new Isotonic(
                pooled.stream().map(Group::logOdds).toList(),
                pooled.stream().map(Group::probability).toList());
    }

    private static List<Group> groups(double[] scores, boolean[] found) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.<Integer>comparingDouble(i -> scores[i]).thenComparingInt(i -> i));
        double rate = rate(found);
        int least = Math.max(LEAST_ROWS, scores.length / MOST_POINTS);
        List<Group> groups = new ArrayList<>();
        for (int from = 0; from < order.length; ) {
            int to = Math.min(order.length, from + least);
            while (to < order.length && scores[order[to]] == scores[order[to - 1]]) {
                to++;
            }
            if (order.length - to < least) {
                to = order.length;
            }
            double sum = 0;
            double count = rate;
            for (int i = from; i < to; i++) {
                sum += scores[order[i]];
                count += found[order[i]] ? 1 : 0;
            }
            // One row more that found at the overall rate: no group is ever certain.
            groups.add(new Group(sum / (to - from), count / (to - from + 1), to - from));
            from = to;
        }
        return groups;
    }

    /** A logistic curve by Newton's method, with the targets of J. Platt (1999): not 1 and 0 but a little inside. */
    private static Platt platt(double[] scores, boolean[] found) {
        double positive = IntStream.range(0, found.length).filter(i -> found[i]).count();
        double high = (positive + 1) / (positive + 2);
        double low = 1 / (found.length - positive + 2);
        double slope = 1;
        double intercept = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] g = new double[2];
            double[] h = {1e-9, 0, 1e-9};
            for (int i = 0; i < scores.length; i++) {
                double p = LogOdds.probability(slope * scores[i] + intercept);
                double miss = (found[i] ? high : low) - p;
                g[0] += miss * scores[i];
                g[1] += miss;
                h[0] += p * (1 - p) * scores[i] * scores[i];
                h[1] += p * (1 - p) * scores[i];
                h[2] += p * (1 - p);
            }
            double determinant = h[0] * h[2] - h[1] * h[1];
            double bySlope = (h[2] * g[0] - h[1] * g[1]) / determinant;
            double byIntercept = (h[0] * g[1] - h[1] * g[0]) / determinant;
            double shorten = Math.min(1, 2 / (1e-9 + Math.abs(bySlope) + Math.abs(byIntercept)));
            slope += shorten * bySlope;
            intercept += shorten * byIntercept;
            if (Math.abs(bySlope) + Math.abs(byIntercept) < 1e-12) {
                break;
            }
        }
        // A score that ranks the wrong way round says nothing: then all have the overall rate.
        return slope >= 0 && Double.isFinite(slope + intercept)
                ? new Platt(slope, intercept)
                : new Platt(0, LogOdds.of(rate(found)));
    }

    private static double rate(boolean[] found) {
        return (double) IntStream.range(0, found.length).filter(i -> found[i]).count() / found.length;
    }
}
