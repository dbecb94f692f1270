package dev.assay.model.prediction.supervision;

/**
 * An estimate and where it lies with 95 in 100.
 *
 * @param estimate the estimate
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double estimate, double low, double high) {

    /** Of a normal distribution 95 in 100 lie within so many standard deviations. */
    static final double Z = 1.959963984540054;

    /**
     * A share of rows, with the interval of E. B. Wilson (1927).
     *
     * @param part how many
     * @param of of how many, at least one
     * @return the interval
     */
    static Interval share(long part, long of) {
        double n = of;
        double p = part / n;
        double middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new Interval(p, Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** An estimate that is normally distributed. */
    static Interval normal(double estimate, double standardError) {
        return new Interval(estimate, estimate - Z * standardError, estimate + Z * standardError);
    }

    /**
     * Whether a value lies within.
     *
     * @param value the value
     * @return whether
     */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }

    /** How often a normal number lies at least so far from nought. W. J. Cody's form by W. Press et al., relative error below 1.2e-7. */
    static double twoSided(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + x / 2);
        double[] c = {
            -1.26551223,
            1.00002368,
            0.37409196,
            0.09678418,
            -0.18628806,
            0.27886807,
            -1.13520398,
            1.48851587,
            -0.82215223,
            0.17087277
        };
        double sum = 0;
        for (int i = c.length - 1; i >= 0; i--) {
            sum = sum * t + c[i];
        }
        return Math.min(1, t * StrictMath.exp(-x * x + sum));
    }
}
