package dev.assay.model.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The area under a ROC curve: how likely it is that of two subjects, one at which something was found and one at which nothing was, the
 * first had been ranked as the riskier one; a tie counts half (H. B. Mann and D. R. Whitney 1947; J. A. Hanley and B. J. McNeil 1982). 0.5
 * ranks like a coin, 1 perfectly, 0 perfectly the wrong way round.
 *
 * <p>The standard error is that of E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, "Comparing the areas under two or more correlated
 * receiver operating characteristic curves", Biometrics 44 (1988) 837–845, in the form for clusters of N. A. Obuchowski, "Nonparametric
 * analysis of clustered ROC curve data", Biometrics 53 (1997) 567–578: one business on several days is one cluster, not several
 * observations. With one row a business the two are the same. The interval is the area ± 1.96 standard errors, cut at 0 and 1.
 *
 * @param found rows at which something was found
 * @param clean rows at which nothing was
 * @param businesses to how many businesses the rows belong
 * @param area the area, to 4 places; null where there are not both kinds of rows
 * @param standardError its standard error, to 4 places; null where it cannot be told: fewer than two businesses with either kind of rows, or
 *     a ranking without any scatter (such as a perfect one)
 * @param lower the lower end of the interval at 95 %; null where there is no standard error
 * @param upper the upper end; null where there is no standard error
 */
public record Area(
        long found,
        long clean,
        long businesses,
        @Nullable BigDecimal area,
        @Nullable BigDecimal standardError,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper) {

    static final int PLACES = 4;

    /** The 97.5 % point of the normal distribution. */
    static final BigDecimal Z = new BigDecimal("1.959964");

    static Area of(long found, long clean, long businesses, @Nullable BigDecimal area, @Nullable BigDecimal error) {
        if (area == null || error == null) {
            return new Area(found, clean, businesses, area == null ? null : places(area), null, null, null);
        }
        BigDecimal reach = Z.multiply(error);
        return new Area(
                found, clean, businesses, places(area), places(error), end(area.subtract(reach)), end(area.add(reach)));
    }

    static BigDecimal places(BigDecimal number) {
        return number.setScale(PLACES, RoundingMode.HALF_UP);
    }

    /** An end of an interval of shares. */
    static BigDecimal end(BigDecimal number) {
        return places(number.max(BigDecimal.ZERO).min(BigDecimal.ONE));
    }
}
