package dev.assay.model.simulation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a distribution has shifted: the population stability index over bins <i>i</i>,
 *
 * <pre>PSI = Σ (qᵢ − pᵢ) · ln(qᵢ ÷ pᵢ)</pre>
 *
 * with pᵢ the share of bin <i>i</i> among the n subjects before and qᵢ its share among the m subjects after. Bins that are empty on
 * both sides are left out; one that is empty on one side counts half a subject there, since zero has no logarithm.
 *
 * <p>Two thresholds stand beside it. The rule of thumb of credit scoring is 0.10 and 0.25 whatever the number of subjects. The other
 * depends on it: for two samples of one population PSI ÷ (1/n + 1/m) follows a χ² distribution with B − 1 degrees of freedom, B being
 * the number of bins, so that chance alone exceeds {@code critical} = (1/n + 1/m) · χ²(0.95, B − 1) once in twenty times; beyond 30
 * degrees of freedom (1/n + 1/m) · (B − 1 + 1.645 · √(2(B − 1))). Source: B. Yurdakul, Statistical Properties of Population Stability
 * Index, Western Michigan University 2018, sections 3.1.1 and 3.1.2; quantiles: NIST/SEMATECH e-Handbook of Statistical Methods,
 * 1.3.6.7.4. A simulation grades the same subjects twice, which are no two samples: read {@code critical} as the shift that would not
 * stand out if a district of that size were drawn anew.
 *
 * @param index the index, not below 0, rounded HALF_UP to 4 places; null where one of the sides has no subjects
 * @param critical the threshold for the number of subjects, rounded HALF_UP to 4 places; null where there is no index or only one bin
 * @param bins the bins that are not empty on both sides
 * @param before subjects before
 * @param after subjects after
 */
public record Stability(
        @Nullable BigDecimal index, @Nullable BigDecimal critical, int bins, long before, long after) {

    /** From here on a shift is worth a look. */
    public static final BigDecimal MODERATE = new BigDecimal("0.10");

    /** From here on a distribution is another one. */
    public static final BigDecimal LARGE = new BigDecimal("0.25");

    private static final int PLACES = 4;

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The 0.95 quantiles of χ² for 1 to 30 degrees of freedom. */
    private static final List<String> CHI_SQUARE = List.of(
            "3.841", "5.991", "7.815", "9.488", "11.070", "12.592", "14.067", "15.507", "16.919", "18.307", "19.675",
            "21.026", "22.362", "23.685", "24.996", "26.296", "27.587", "28.869", "30.144", "31.410", "32.671",
            "33.924", "35.172", "36.415", "37.652", "38.885", "40.113", "41.337", "42.557", "43.773");

    private static final BigDecimal NORMAL = new BigDecimal("1.645");

    /** What the rule of thumb says of an index. */
    public enum Verdict {
        /** Below 0.10, or there is no index. */
        STABLE,
        /** From 0.10 and below 0.25. */
        MODERATE,
        /** From 0.25. */
        LARGE
    }

    /**
     * Compares two distributions over the same bins.
     *
     * @param before how many subjects each bin has before
     * @param after how many it has after
     * @return the shift
     * @throws IllegalArgumentException if the two have not the same number of bins
     */
    public static Stability of(long[] before, long[] after) {
        if (before.length != after.length) {
            throw new IllegalArgumentException(
                    "The distributions have different bins (%d and %d).%nMaybe they are of different indicators."
                            .formatted(before.length, after.length));
        }
        long n = 0;
        long m = 0;
        int bins = 0;
        for (int i = 0; i < before.length; i++) {
            n += before[i];
            m += after[i];
            bins += before[i] + after[i] > 0 ? 1 : 0;
        }
        return n == 0 || m == 0
                ? new Stability(null, null, bins, n, m)
                : new Stability(index(before, after, n, m), critical(bins, n, m), bins, n, m);
    }

    private static BigDecimal index(long[] before, long[] after, long n, long m) {
        BigDecimal index = BigDecimal.ZERO;
        for (int i = 0; i < before.length; i++) {
            if (before[i] + after[i] > 0) {
                BigDecimal p = share(before[i], n);
                BigDecimal q = share(after[i], m);
                // A logarithm is no decimal; StrictMath gives every machine the same.
                BigDecimal log = BigDecimal.valueOf(
                        StrictMath.log(q.divide(p, MathContext.DECIMAL64).doubleValue()));
                index = index.add(q.subtract(p).multiply(log), MathContext.DECIMAL64);
            }
        }
        return index.setScale(PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal share(long subjects, long all) {
        return (subjects == 0 ? HALF : BigDecimal.valueOf(subjects))
                .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
    }

    private static @Nullable BigDecimal critical(int bins, long n, long m) {
        if (bins < 2) {
            return null;
        }
        BigDecimal spread = BigDecimal.ONE
                .divide(BigDecimal.valueOf(n), MathContext.DECIMAL64)
                .add(BigDecimal.ONE.divide(BigDecimal.valueOf(m), MathContext.DECIMAL64));
        return spread.multiply(quantile(bins - 1)).setScale(PLACES, RoundingMode.HALF_UP);
    }

    private static BigDecimal quantile(int degrees) {
        if (degrees <= CHI_SQUARE.size()) {
            return new BigDecimal(CHI_SQUARE.get(degrees - 1));
        }
        BigDecimal deviation = BigDecimal.valueOf(2L * degrees).sqrt(MathContext.DECIMAL64);
        return BigDecimal.valueOf(degrees).add(NORMAL.multiply(deviation));
    }

    /**
     * What the rule of thumb says.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        if (index == null || index.compareTo(MODERATE) < 0) {
            return Verdict.STABLE;
        }
        return index.compareTo(LARGE) < 0 ? Verdict.MODERATE : Verdict.LARGE;
    }

    /**
     * Whether the shift is more than chance between two samples of that size.
     *
     * @return true if the index exceeds {@code critical}
     */
    public boolean isBeyondChance() {
        return index != null && critical != null && index.compareTo(critical) > 0;
    }
}
