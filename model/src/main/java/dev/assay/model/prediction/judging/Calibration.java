package dev.assay.model.prediction.judging;

import dev.assay.model.backtest.Proportion;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a probability of 20 % means that 20 in 100 inspections find something.
 *
 * @param bins the inspections by probability, about ten groups of like size
 * @param brier the mean squared distance of the probabilities from what came (G. W. Brier 1950); 0 is perfect
 * @param brierOfRate the same for one who always says the rate of the window
 * @param intercept the logarithm of the odds by which the probabilities are too low (above 0) or too high (below 0) on the whole: logistic
 *     regression on them with the slope held at 1 (D. R. Cox 1958; B. Van Calster and others 2016)
 * @param slope the slope of the free regression: below 1 they are too far apart, above 1 too close together
 */
public record Calibration(List<Bin> bins, double brier, double brierOfRate, Interval intercept, Interval slope) {

    private static final int BINS = 10;
    private static final double NEAREST = 1e-6;
    private static final int STEPS = 50;

    /** Copies the list. */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Inspections of like probability.
     *
     * @param inspections how many
     * @param found at how many something was found
     * @param foretold their mean probability
     * @param observed the share at which something was found, with its interval by E. B. Wilson 1927
     */
    public record Bin(int inspections, int found, double foretold, Interval observed) {}

    static Calibration of(double[] probabilities, boolean[] found) {
        int n = found.length;
        double rate = (double) Discrimination.count(found) / n;
        double brier = 0;
        for (int i = 0; i < n; i++) {
            double miss = probabilities[i] - (found[i] ? 1 : 0);
            brier += miss * miss / n;
        }
        double[] odds = new double[n];
        for (int i = 0; i < n; i++) {
            double p = Math.clamp(probabilities[i], NEAREST, 1 - NEAREST);
            odds[i] = StrictMath.log(p / (1 - p));
        }
        return new Calibration(
                bins(probabilities, found), brier, rate * (1 - rate), intercept(odds, found), slope(odds, found));
    }

    private static List<Bin> bins(double[] probabilities, boolean[] found) {
        RiskOrdering order = RiskOrdering.of(probabilities);
        int[] rows = order.order();
        List<Bin> bins = new ArrayList<>();
        for (int end = rows.length; end > 0; ) {
            int start = Math.max(0, end - (int) Math.ceil((double) rows.length / BINS));
            while (start > 0 && order.ranks()[rows[start - 1]] == order.ranks()[rows[start]]) {
                start--;
            }
            double sum = 0;
            int hits = 0;
            for (int k = start; k < end; k++) {
                sum += probabilities[rows[k]];
                hits += found[rows[k]] ? 1 : 0;
            }
            bins.add(new Bin(end - start, hits, sum / (end - start), Interval.of(Proportion.of(hits, end - start))));
            end = start;
        }
        return bins;
    }

    /** Newton's method for one number. */
    private static Interval intercept(double[] odds, boolean[] found) {
        double a = 0;
        double information = 0;
        for (int step = 0; step < STEPS; step++) {
            double score = 0;
            information = 0;
            for (int i = 0; i < odds.length; i++) {
                double p = 1 / (1 + StrictMath.exp(-(a + odds[i])));
                score += (found[i] ? 1 : 0) - p;
                information += p * (1 - p);
            }
            a += Math.clamp(score / information, -1, 1);
            if (Math.abs(score / information) < 1e-10) {
                break;
            }
        }
        return information > 0 ? Interval.around(a, 1 / Math.sqrt(information)) : Interval.UNTOLD;
    }

    /** Newton's method for two numbers. */
    private static Interval slope(double[] odds, boolean[] found) {
        double mean = 0;
        for (double one : odds) {
            mean += one / odds.length;
        }
        double rate = (double) Discrimination.count(found) / found.length;
        double a = StrictMath.log(rate / (1 - rate));
        double b = 0;
        double variance = Double.NaN;
        for (int step = 0; step < STEPS; step++) {
            double ga = 0;
            double gb = 0;
            double aa = 0;
            double ab = 0;
            double bb = 0;
            for (int i = 0; i < odds.length; i++) {
                double x = odds[i] - mean;
                double p = 1 / (1 + StrictMath.exp(-(a + b * x)));
                double miss = (found[i] ? 1 : 0) - p;
                ga += miss;
                gb += miss * x;
                aa += p * (1 - p);
                ab += p * (1 - p) * x;
                bb += p * (1 - p) * x * x;
            }
            double determinant = aa * bb - ab * ab;
            if (!(determinant > 1e-9 * aa * aa)) {
                return Interval.UNTOLD;
            }
            variance = aa / determinant;
            double db = (aa * gb - ab * ga) / determinant;
            a += (bb * ga - ab * gb) / determinant;
            b += db;
            if (Math.abs(db) < 1e-10) {
                break;
            }
        }
        return Interval.around(b, Math.sqrt(variance));
    }
}
