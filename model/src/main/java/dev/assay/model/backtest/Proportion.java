package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * A share of independent cases, with the score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22 (1927) 209–212, at 95 %.
 *
 * @param hits cases that are so, 0 to {@code cases}
 * @param cases all of them
 * @param rate {@code hits ÷ cases}, to 4 places; null without cases
 * @param lower the lower end of the interval, to 4 places; null without cases
 * @param upper the upper end; null without cases
 */
public record Proportion(
        long hits,
        long cases,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper) {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * A share.
     *
     * @param hits cases that are so
     * @param cases all of them, not fewer than {@code hits}
     * @return the share with its interval
     * @throws IllegalArgumentException if there are more hits than cases
     */
    public static Proportion of(long hits, long cases) {
        if (hits < 0 || hits > cases) {
            throw new IllegalArgumentException(
                    "Of (%d) cases (%d) cannot be so.%nMaybe the two are swapped.".formatted(cases, hits));
        }
        if (cases == 0) {
            return new Proportion(0, 0, null, null, null);
        }
        BigDecimal n = BigDecimal.valueOf(cases);
        BigDecimal p = BigDecimal.valueOf(hits).divide(n, EXACT);
        BigDecimal zz = Area.Z.multiply(Area.Z);
        BigDecimal scale = BigDecimal.ONE.add(zz.divide(n, EXACT));
        BigDecimal centre = p.add(zz.divide(TWO.multiply(n), EXACT)).divide(scale, EXACT);
        BigDecimal spread = p.multiply(BigDecimal.ONE.subtract(p))
                .divide(n, EXACT)
                .add(zz.divide(TWO.multiply(n).pow(2), EXACT))
                .sqrt(EXACT)
                .multiply(Area.Z)
                .divide(scale, EXACT);
        return new Proportion(
                hits, cases, Area.places(p), Area.end(centre.subtract(spread)), Area.end(centre.add(spread)));
    }

    /**
     * Whether the whole interval lies above another one.
     *
     * @param other the other share
     * @return true if so; false where one of the two has no cases
     */
    public boolean isClearlyAbove(Proportion other) {
        return lower != null && other.upper != null && lower.compareTo(other.upper) > 0;
    }
}
