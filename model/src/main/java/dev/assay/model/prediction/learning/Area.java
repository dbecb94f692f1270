package dev.assay.model.prediction.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the receiver operating characteristic. */
final class Area {

    private Area() {}

    /** How often a row that found scores above one that did not, ties counting half (the statistic of Mann and Whitney). */
    static double underCurve(double[] scores, boolean[] found) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double ranks = 0;
        long positive = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                if (found[order[i]]) {
                    ranks += (from + 1 + to) / 2.0;
                    positive++;
                }
            }
            from = to;
        }
        double negative = scores.length - positive;
        return (ranks - positive * (positive + 1) / 2.0) / (positive * negative);
    }
}
