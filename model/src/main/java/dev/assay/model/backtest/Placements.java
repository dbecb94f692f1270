package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Where rows stand among those of the other kind, rank by rank: of a row at which something was found the share of clean rows that are
 * ranked below it, of a clean row the share of the others that are ranked above it, ties half. The mean of either is the area; what a row
 * stands apart from it is what DeLong's variance is made of.
 */
final class Placements {

    private static final MathContext EXACT = MathContext.DECIMAL64;

    private final long found;
    private final long clean;
    private final @Nullable BigDecimal area;
    private final BigDecimal[] ofFound;
    private final BigDecimal[] ofClean;

    /**
     * Placements of counted rows.
     *
     * @param foundAt how many rows with a finding each rank has, from the least risky rank to the riskiest
     * @param cleanAt how many clean rows each rank has
     */
    Placements(long[] foundAt, long[] cleanAt) {
        this.found = sum(foundAt);
        this.clean = sum(cleanAt);
        this.ofFound = new BigDecimal[foundAt.length];
        this.ofClean = new BigDecimal[foundAt.length];
        this.area = found == 0 || clean == 0 ? null : place(foundAt, cleanAt);
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    private BigDecimal place(long[] foundAt, long[] cleanAt) {
        long cleanBelow = 0;
        long foundBelow = 0;
        BigDecimal twicePairs = BigDecimal.ZERO;
        for (int rank = 0; rank < foundAt.length; rank++) {
            long twiceBelow = 2 * cleanBelow + cleanAt[rank];
            long twiceAbove = 2 * (found - foundBelow) - foundAt[rank];
            twicePairs = twicePairs.add(BigDecimal.valueOf(twiceBelow).multiply(BigDecimal.valueOf(foundAt[rank])));
            ofFound[rank] = half(twiceBelow, clean);
            ofClean[rank] = half(twiceAbove, found);
            cleanBelow += cleanAt[rank];
            foundBelow += foundAt[rank];
        }
        BigDecimal mean = twicePairs.divide(BigDecimal.valueOf(2 * found).multiply(BigDecimal.valueOf(clean)), EXACT);
        for (int rank = 0; rank < foundAt.length; rank++) {
            ofFound[rank] = ofFound[rank].subtract(mean);
            ofClean[rank] = ofClean[rank].subtract(mean);
        }
        return mean;
    }

    private static BigDecimal half(long twice, long of) {
        return BigDecimal.valueOf(twice).divide(BigDecimal.valueOf(2 * of), EXACT);
    }

    @Nullable
    BigDecimal area() {
        return area;
    }

    long found() {
        return found;
    }

    long clean() {
        return clean;
    }

    /** How far a row's placement lies from the area. */
    BigDecimal deviation(int rank, boolean isFound) {
        return isFound ? ofFound[rank] : ofClean[rank];
    }
}
