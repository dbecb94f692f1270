package dev.assay.model.prediction.judging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows from the riskiest to the least risky. Rows of one score are ties: they share their places, so that no figure depends on the order in
 * which they were read. A row without a score is placed at the mean of those that have one.
 */
public final class RiskOrdering {

    private final int[] order;
    private final int[] ranks;
    private final int without;

    private RiskOrdering(int[] order, int[] ranks, int without) {
        this.order = order;
        this.ranks = ranks;
        this.without = without;
    }

    static RiskOrdering of(List<JudgedRow> rows, Ranker by) {
        return of(rows.stream().mapToDouble(row -> row.score(by)).toArray());
    }

    /**
     * Orders rows by their scores.
     *
     * @param scores the scores, higher where the risk is; NaN where there is none
     * @return the order
     */
    public static RiskOrdering of(double[] scores) {
        double mean = Arrays.stream(scores)
                .filter(score -> !Double.isNaN(score))
                .average()
                .orElse(0);
        double[] filled = Arrays.stream(scores)
                .map(score -> Double.isNaN(score) ? mean : score)
                .toArray();
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> filled[i]).reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        int[] ranks = new int[order.length];
        int rank = 0;
        for (int k = order.length - 1; k >= 0; k--) {
            if (k < order.length - 1 && filled[order[k]] != filled[order[k + 1]]) {
                rank++;
            }
            ranks[order[k]] = rank;
        }
        int without = (int) Arrays.stream(scores).filter(Double::isNaN).count();
        return new RiskOrdering(order, ranks, without);
    }

    /** The rank of each row, from 0 for the least risky. */
    int[] ranks() {
        return ranks;
    }

    /** Rows from the riskiest. */
    int[] order() {
        return order;
    }

    /** How many rows have no score. */
    int without() {
        return without;
    }

    /** The place in {@link #order} after the last tie of the row at a place. */
    int endOfTies(int place) {
        int end = place + 1;
        while (end < order.length && ranks[order[end]] == ranks[order[place]]) {
            end++;
        }
        return end;
    }

    /** How many of the marked rows are among so many of the riskiest; of ties that are cut, their part. */
    double among(double visits, boolean[] marked) {
        int[] once = new int[order.length];
        Arrays.fill(once, 1);
        return among(visits, marked, once);
    }

    /**
     * How many of the marked rows are among so many of the riskiest; of ties that are cut, their part.
     *
     * @param visits how many of the riskiest
     * @param marked which rows are marked
     * @param times how often each row counts
     * @return how many, each as often as it counts
     */
    public double among(double visits, boolean[] marked, int[] times) {
        double reached = 0;
        double left = visits;
        for (int place = 0; place < order.length && left > 0; ) {
            int end = endOfTies(place);
            int hits = 0;
            int rows = 0;
            for (int k = place; k < end; k++) {
                int weight = times[order[k]];
                rows += weight;
                hits += marked[order[k]] ? weight : 0;
            }
            if (rows > 0) {
                double taken = Math.min(left, rows);
                reached += hits * taken / rows;
                left -= taken;
            }
            place = end;
        }
        return reached;
    }
}
