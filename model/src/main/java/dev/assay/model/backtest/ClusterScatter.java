package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * The variance of an area, or of the difference of two, from how far each business's rows stand from the mean: Obuchowski 1997, which is
 * DeLong 1988 where each business has one row.
 */
final class ClusterScatter {

    private static final MathContext EXACT = MathContext.DECIMAL64;

    private BigDecimal ofFound = BigDecimal.ZERO;
    private BigDecimal ofClean = BigDecimal.ZERO;
    private boolean anyFound;
    private boolean anyClean;
    private long withFound;
    private long withClean;
    private long businesses;
    private BigDecimal squaresFound = BigDecimal.ZERO;
    private BigDecimal squaresClean = BigDecimal.ZERO;
    private BigDecimal products = BigDecimal.ZERO;

    /** Adds a row of the present business. */
    void row(BigDecimal deviation, boolean isFound) {
        if (isFound) {
            ofFound = ofFound.add(deviation, EXACT);
            anyFound = true;
        } else {
            ofClean = ofClean.add(deviation, EXACT);
            anyClean = true;
        }
    }

    /** The present business has no more rows. */
    void endOfBusiness() {
        if (!anyFound && !anyClean) {
            return;
        }
        businesses++;
        if (anyFound) {
            withFound++;
            squaresFound = squaresFound.add(ofFound.multiply(ofFound), EXACT);
        }
        if (anyClean) {
            withClean++;
            squaresClean = squaresClean.add(ofClean.multiply(ofClean), EXACT);
        }
        if (anyFound && anyClean) {
            products = products.add(ofFound.multiply(ofClean), EXACT);
        }
        ofFound = BigDecimal.ZERO;
        ofClean = BigDecimal.ZERO;
        anyFound = false;
        anyClean = false;
    }

    long businesses() {
        return businesses;
    }

    /** The standard error; null where it cannot be told or is 0. */
    @Nullable
    BigDecimal standardError(long found, long clean) {
        if (withFound < 2 || withClean < 2) {
            return null;
        }
        BigDecimal m = BigDecimal.valueOf(found);
        BigDecimal n = BigDecimal.valueOf(clean);
        BigDecimal variance = share(squaresFound, withFound, m.multiply(m))
                .add(share(squaresClean, withClean, n.multiply(n)))
                .add(share(products, businesses, m.multiply(n)).multiply(BigDecimal.valueOf(2)));
        return variance.signum() <= 0 ? null : variance.sqrt(EXACT);
    }

    /** {@code I ÷ (I − 1) · sum ÷ of} for I businesses. */
    private static BigDecimal share(BigDecimal sum, long count, BigDecimal of) {
        return sum.multiply(BigDecimal.valueOf(count))
                .divide(BigDecimal.valueOf(count - 1).multiply(of), EXACT);
    }
}
