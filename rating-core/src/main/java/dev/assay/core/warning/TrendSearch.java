package dev.assay.core.warning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which series rise above their own past. Of a series without trend each failure falls into the newest period with the same probability: that
 * period's share of the samples taken in all of them, or one in the number of periods where samples are not known. Given how many there are in all, the newest count is binomial, whatever the rate (the conditional test of
 * Przyborowski and Wilenski, Biometrika 31, 1940, 313–323), so that nothing is estimated from the past. Because many series are tested at
 * once, the probabilities are held against Holm's steps (Scandinavian Journal of Statistics 6, 1979, 65–70): the chance of one or more false
 * alarms is at most the stated rate, however the series hang together; and they do, for one failure stands in a series of each dimension.
 */
public final class TrendSearch {

    private static final MathContext EXACT = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.UP);

    private TrendSearch() {}

    /**
     * A series that rises.
     *
     * @param trend the series
     * @param chance the probability of so many failures or more in the newest period without a trend, rounded up to 6 digits
     * @param limit what it was held against
     */
    public record Rise(Trend trend, BigDecimal chance, BigDecimal limit) {}

    /**
     * What was found.
     *
     * @param tested how many series were tested
     * @param rises those that rise, the surest first
     */
    public record Found(int tested, List<Rise> rises) {

        /** Copies the list. */
        public Found {
            rises = List.copyOf(rises);
        }
    }

    private record Tested(Trend trend, BigDecimal chance) {}

    /**
     * Searches.
     *
     * @param trends every series
     * @param rules the periods, the least number and the rate
     * @return what rises; the same for the same series in any order
     */
    public static Found find(List<Trend> trends, TrendRules rules) {
        // How many there are in all says nothing of when they were: leaving out small series does not touch the rate.
        List<Tested> tested = trends.stream()
                .filter(trend -> trend.all() >= rules.leastFailures())
                .map(trend -> new Tested(
                        trend,
                        chance(
                                trend.newest(),
                                trend.all(),
                                trend.against().newestWeight(),
                                trend.against().pastWeight())))
                .sorted(Comparator.comparing(Tested::chance)
                        .thenComparing(one -> one.trend().dimension())
                        .thenComparing(one -> one.trend().series()))
                .toList();
        List<Rise> rises = new ArrayList<>();
        for (int i = 0; i < tested.size(); i++) {
            BigDecimal limit = rules.rate().divide(BigDecimal.valueOf(tested.size() - (long) i), EXACT);
            if (tested.get(i).chance().compareTo(limit) > 0) {
                break;
            }
            rises.add(new Rise(tested.get(i).trend(), tested.get(i).chance().round(SHOWN), limit.round(SHOWN)));
        }
        return new Found(tested.size(), rises);
    }

    /**
     * The probability that at least so many of all failures fall into the newest period by chance.
     *
     * @param newest how many did, from 0
     * @param all how many there are, at least as many
     * @param newestWeight what the newest period weighs, such as its samples; from 1
     * @param pastWeight what the others weigh together; from 1
     * @return the probability, to 50 digits at least; 1 for none
     */
    static BigDecimal chance(long newest, long all, long newestWeight, long pastWeight) {
        if (newest <= 0) {
            return BigDecimal.ONE;
        }
        BigDecimal own = BigDecimal.valueOf(newestWeight)
                .divide(BigDecimal.valueOf(newestWeight).add(BigDecimal.valueOf(pastWeight)), EXACT);
        BigDecimal others = BigDecimal.ONE.subtract(own);
        BigDecimal term = own.pow((int) newest, EXACT).multiply(others.pow((int) (all - newest), EXACT), EXACT);
        for (long i = 1; i <= newest; i++) {
            term = term.multiply(BigDecimal.valueOf(all - newest + i), EXACT).divide(BigDecimal.valueOf(i), EXACT);
        }
        BigDecimal sum = term;
        BigDecimal odds = BigDecimal.valueOf(newestWeight).divide(BigDecimal.valueOf(pastWeight), EXACT);
        for (long i = newest; i < all; i++) {
            term = term.multiply(BigDecimal.valueOf(all - i), EXACT)
                    .divide(BigDecimal.valueOf(i + 1), EXACT)
                    .multiply(odds, EXACT);
            sum = sum.add(term, EXACT);
        }
        return sum.min(BigDecimal.ONE);
    }
}
