package dev.assay.model.prediction.supervision;

import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether scores stop short of a threshold: a jump in how many there are, where the density of scores should run on (J. McCrary,
 * "Manipulation of the running variable in the regression discontinuity design", 2008, with each score as its own bin). Scores that
 * inspectors make of few kinds of points jump by themselves; compare with thresholds that mean nothing.
 *
 * @param threshold the first score on the far side, such as 14 in New York
 * @param reach how many scores on each side were looked at
 * @param below how many have the last score before the threshold
 * @param at how many have the threshold itself
 * @param share the share of {@code below} in both
 * @param jump the logarithm of the density at the threshold, from above, less that from below: less than nought where scores stop short
 * @param pValue how often a density without a jump gives as much
 */
public record Bunching(int threshold, int reach, long below, long at, Interval share, Interval jump, double pValue) {

    /** A side needs so many scores for a line and its error. */
    private static final int LEAST_REACH = 3;

    /**
     * Looks at a threshold.
     *
     * @param counts how many inspections have each score
     * @param threshold the first score on the far side
     * @param reach how many scores on each side to look at, at least 3
     * @return what was seen
     * @throws IllegalArgumentException if the reach is too small, or nobody has a score next to the threshold
     */
    public static Bunching at(Map<Integer, Long> counts, int threshold, int reach) {
        if (reach < LEAST_REACH) {
            throw new IllegalArgumentException(
                    "The reach (%d) is less than %d scores.%nMaybe look at more on each side."
                            .formatted(reach, LEAST_REACH));
        }
        long below = counts.getOrDefault(threshold - 1, 0L);
        long at = counts.getOrDefault(threshold, 0L);
        if (below + at == 0) {
            throw new IllegalArgumentException("Nobody has a score of %d or %d.%nMaybe the threshold is another."
                    .formatted(threshold - 1, threshold));
        }
        double[] left = end(counts, threshold - 1, -1, reach);
        double[] right = end(counts, threshold, 1, reach);
        double jump = right[0] - left[0];
        double error = Math.sqrt(left[1] + right[1]);
        return new Bunching(
                threshold,
                reach,
                below,
                at,
                Interval.share(below, below + at),
                Interval.normal(jump, error),
                Interval.twoSided(jump / error));
    }

    /**
     * The logarithm of the density half a score beyond the first, and its variance: a line through the logarithms of counts, those nearer
     * weighing more. A line that fits badly widens the error.
     */
    private static double[] end(Map<Integer, Long> counts, int first, int step, int reach) {
        double[][] sums = new double[2][3];
        double[] x = IntStream.range(0, reach).mapToDouble(i -> i + 0.5).toArray();
        double[] y = new double[reach];
        double[] weight = new double[reach];
        for (int i = 0; i < reach; i++) {
            double count = counts.getOrDefault(first + i * step, 0L) + 0.5;
            y[i] = StrictMath.log(count);
            weight[i] = count * (1 - x[i] / (reach + 0.5));
            sums[0][0] += weight[i];
            sums[0][1] += weight[i] * x[i];
            sums[0][2] += weight[i] * x[i] * x[i];
            sums[1][0] += weight[i] * y[i];
            sums[1][1] += weight[i] * x[i] * y[i];
        }
        double determinant = sums[0][0] * sums[0][2] - sums[0][1] * sums[0][1];
        double value = (sums[0][2] * sums[1][0] - sums[0][1] * sums[1][1]) / determinant;
        double slope = (sums[0][0] * sums[1][1] - sums[0][1] * sums[1][0]) / determinant;
        double variance = 0;
        double misfit = 0;
        for (int i = 0; i < reach; i++) {
            double lever = weight[i] * (sums[0][2] - sums[0][1] * x[i]) / determinant;
            double count = StrictMath.exp(y[i]);
            double far = y[i] - value - slope * x[i];
            variance += lever * lever / count;
            misfit += count * far * far;
        }
        return new double[] {value, variance * Math.max(1, misfit / (reach - 2))};
    }
}
