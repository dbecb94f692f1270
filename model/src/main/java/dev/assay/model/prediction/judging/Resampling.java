package dev.assay.model.prediction.judging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Intervals by drawing businesses with replacement (B. Efron 1979; percentiles, clusters after A. C. Davison and D. V. Hinkley 1997, section 3.8):
 * the 2.5 % and 97.5 % points of a figure over the draws.
 */
public final class Resampling {

    private Resampling() {}

    /**
     * Draws.
     *
     * @param clusters how many businesses there are
     * @param resamples how often they are drawn
     * @param seed of the draws
     * @param figures gives the figures when each business counts so often; NaN where one cannot be told
     * @return each figure with every business counted once, and its interval over the draws in which it can be told
     */
    public static List<Interval> intervals(int clusters, int resamples, long seed, Function<int[], double[]> figures) {
        int[] once = new int[clusters];
        Arrays.fill(once, 1);
        double[] values = figures.apply(once);
        double[][] drawn = new double[values.length][resamples];
        int[] told = new int[values.length];
        Random random = new Random(seed);
        for (int k = 0; k < resamples; k++) {
            int[] times = new int[clusters];
            for (int i = 0; i < clusters; i++) {
                times[random.nextInt(clusters)]++;
            }
            double[] of = figures.apply(times);
            for (int f = 0; f < of.length; f++) {
                if (!Double.isNaN(of[f])) {
                    drawn[f][told[f]++] = of[f];
                }
            }
        }
        List<Interval> intervals = new ArrayList<>();
        for (int f = 0; f < values.length; f++) {
            double[] sorted = Arrays.copyOf(drawn[f], told[f]);
            Arrays.sort(sorted);
            intervals.add(
                    told[f] == 0
                            ? Interval.UNTOLD
                            : new Interval(values[f], quantile(sorted, 0.025), quantile(sorted, 0.975)));
        }
        return intervals;
    }

    private static double quantile(double[] sorted, double at) {
        double place = at * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
