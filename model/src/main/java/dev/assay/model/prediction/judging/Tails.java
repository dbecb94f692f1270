package dev.assay.model.prediction.judging;

/**
 * How likely chance alone goes as far: the tails of Student's t, χ² and the hypergeometric distribution. By the series and continued
 * fractions of M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions (1964), 6.5.29, 6.5.31 and 26.5.8, in the form of W. J.
 * Lentz (1976); ln Γ by C. Lanczos (1964). StrictMath, so that every machine gives the same.
 */
final class Tails {

    private static final double TINY = 1e-300;
    private static final double EXACT = 1e-15;
    private static final int MOST_STEPS = 10_000;
    private static final double[] LANCZOS = {
        0.9999999999998099,
        676.5203681218851,
        -1259.1392167224028,
        771.3234287776531,
        -176.6150291621406,
        12.507343278686905,
        -0.13857109526572012,
        9.984369578019572e-6,
        1.5056327351493116e-7
    };

    private Tails() {}

    /** That Student's t with these degrees of freedom lies as far from 0 on either side. */
    static double student(double t, double degrees) {
        return Double.isNaN(t) ? Double.NaN : beta(degrees / (degrees + t * t), degrees / 2, 0.5);
    }

    /** The number that Student's t exceeds on either side with probability 0.05. */
    static double studentReach(double degrees) {
        double low = 0;
        double high = 1e3;
        for (int i = 0; i < 200; i++) {
            double middle = (low + high) / 2;
            if (student(middle, degrees) > 0.05) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** That χ² with these degrees of freedom is at least as great. */
    static double chiSquare(double x, double degrees) {
        return Double.isNaN(x) || degrees < 1 ? Double.NaN : upperGamma(degrees / 2, Math.max(0, x) / 2);
    }

    /**
     * R. A. Fisher's exact test of a table of four: the probability of all tables with the same margins that are not likelier than this
     * one.
     */
    static double fisher(long hits, long of, long otherHits, long ofOthers) {
        long all = of + ofOthers;
        long allHits = hits + otherHits;
        long least = Math.max(0, allHits - ofOthers);
        long most = Math.min(allHits, of);
        double margins = choose(all, allHits);
        double own = choose(of, hits) + choose(ofOthers, allHits - hits) - margins;
        double sum = 0;
        for (long k = least; k <= most; k++) {
            double log = choose(of, k) + choose(ofOthers, allHits - k) - margins;
            if (log <= own + 1e-7) {
                sum += StrictMath.exp(log);
            }
        }
        return Math.min(1, sum);
    }

    private static double choose(long n, long k) {
        return logGamma(n + 1.0) - logGamma(k + 1.0) - logGamma(n - k + 1.0);
    }

    static double logGamma(double x) {
        if (x < 0.5) {
            return StrictMath.log(Math.PI / StrictMath.sin(Math.PI * x)) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + LANCZOS.length - 2.5;
        return 0.5 * StrictMath.log(2 * Math.PI) + (x - 0.5) * StrictMath.log(t) - t + StrictMath.log(sum);
    }

    private static double upperGamma(double a, double x) {
        if (x == 0) {
            return 1;
        }
        double front = StrictMath.exp(a * StrictMath.log(x) - x - logGamma(a));
        return x < a + 1 ? 1 - front * lowerSeries(a, x) : front * upperFraction(a, x);
    }

    private static double lowerSeries(double a, double x) {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MOST_STEPS && term > sum * EXACT; n++) {
            term *= x / (a + n);
            sum += term;
        }
        return sum;
    }

    private static double upperFraction(double a, double x) {
        double b = x + 1 - a;
        double c = 1 / TINY;
        double d = 1 / b;
        double h = d;
        for (int n = 1; n < MOST_STEPS; n++) {
            double an = -n * (n - a);
            b += 2;
            d = 1 / away(an * d + b);
            c = away(b + an / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < EXACT) {
                break;
            }
        }
        return h;
    }

    private static double beta(double x, double a, double b) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = StrictMath.exp(
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * StrictMath.log(x) + b * StrictMath.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * betaFraction(x, a, b) / a
                : 1 - front * betaFraction(1 - x, b, a) / b;
    }

    private static double betaFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double h = d;
        for (int m = 1; m < MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < EXACT) {
                break;
            }
        }
        return h;
    }

    private static double away(double number) {
        return Math.abs(number) < TINY ? TINY : number;
    }
}
