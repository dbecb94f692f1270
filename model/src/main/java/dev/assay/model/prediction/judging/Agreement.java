package dev.assay.model.prediction.judging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How far two predictions of the same businesses agree.
 *
 * @param rows how many businesses
 * @param rankCorrelation Spearman's rank correlation, ties at their mean rank (C. Spearman 1904), −1 to 1; NaN where one of the two tells nobody
 *     apart
 * @param sharedTenth of the riskiest tenth by the one, the share that is in that of the other too, 0 to 1; NaN with fewer than ten
 */
public record Agreement(int rows, double rankCorrelation, double sharedTenth) {

    private static final int TENTH = 10;

    /**
     * Holds two predictions against each other.
     *
     * @param one the probabilities by the one
     * @param other those by the other, of the same businesses in the same order
     * @return how far they agree
     */
    public static Agreement of(double[] one, double[] other) {
        double[] ranks = meanRanks(one);
        double[] others = meanRanks(other);
        int tenth = one.length / TENTH;
        double shared = IntStream.range(0, one.length)
                .filter(i -> ranks[i] >= one.length - tenth && others[i] >= one.length - tenth)
                .count();
        return new Agreement(
                one.length, correlation(ranks, others), tenth == 0 ? Double.NaN : Math.min(1, shared / tenth));
    }

    /** From 0 for the least probable. */
    private static double[] meanRanks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
        double[] ranks = new double[values.length];
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }

    private static double correlation(double[] one, double[] other) {
        double mean = (one.length - 1) / 2.0;
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            both += (one[i] - mean) * (other[i] - mean);
            first += (one[i] - mean) * (one[i] - mean);
            second += (other[i] - mean) * (other[i] - mean);
        }
        return first == 0 || second == 0 ? Double.NaN : both / StrictMath.sqrt(first * second);
    }
}
