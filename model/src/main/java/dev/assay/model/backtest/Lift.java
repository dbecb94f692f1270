package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is found among the riskiest. Where a rank is cut by the share, its rows count in part, as if they had been taken at random.
 *
 * @param percent how many of the rows are taken, from the riskiest, in percent
 * @param found the share of all findings that are among them, to 4 places
 * @param lift that share against the share of rows, to 2 places: 1 is what rows taken at random would give
 */
public record Lift(int percent, BigDecimal found, BigDecimal lift) {

    private static final List<Integer> PERCENT = List.of(10, 20, 30);
    private static final int LIFT_PLACES = 2;

    /** At 10, 20 and 30 percent; none where nothing was found. */
    static List<Lift> of(long[] foundAt, long[] cleanAt) {
        long found = IntStream.range(0, foundAt.length)
                .mapToLong(rank -> foundAt[rank])
                .sum();
        long rows = found
                + IntStream.range(0, cleanAt.length)
                        .mapToLong(rank -> cleanAt[rank])
                        .sum();
        return found == 0
                ? List.of()
                : PERCENT.stream()
                        .map(percent -> at(percent, foundAt, cleanAt, found, rows))
                        .toList();
    }

    private static Lift at(int percent, long[] foundAt, long[] cleanAt, long found, long rows) {
        BigDecimal left = BigDecimal.valueOf(rows).multiply(BigDecimal.valueOf(percent, 2));
        BigDecimal reached = BigDecimal.ZERO;
        for (int rank = foundAt.length - 1; rank >= 0 && left.signum() > 0; rank--) {
            BigDecimal size = BigDecimal.valueOf(foundAt[rank] + cleanAt[rank]);
            if (size.signum() > 0) {
                BigDecimal taken = size.min(left);
                reached = reached.add(
                        BigDecimal.valueOf(foundAt[rank]).multiply(taken).divide(size, MathContext.DECIMAL64));
                left = left.subtract(taken);
            }
        }
        BigDecimal share = reached.divide(BigDecimal.valueOf(found), MathContext.DECIMAL64);
        return new Lift(
                percent,
                Area.places(share),
                share.divide(BigDecimal.valueOf(percent, 2), LIFT_PLACES, RoundingMode.HALF_UP));
    }
}
