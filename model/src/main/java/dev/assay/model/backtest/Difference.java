package dev.assay.model.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How much better one ranking was than another one of the same rows: the difference of the areas with its interval at 95 %, both correlated
 * through the rows (DeLong 1988, for clusters Obuchowski 1997).
 *
 * @param first the first ranking
 * @param second the second
 * @param difference the first area less the second, to 4 places; null where there are no areas
 * @param lower the lower end of the interval, to 4 places; null where the standard error cannot be told or is 0
 * @param upper the upper end; null with {@code lower}
 */
public record Difference(
        Ranking.By first,
        Ranking.By second,
        @Nullable BigDecimal difference,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper) {

    static Difference of(
            Ranking.By first, Ranking.By second, @Nullable BigDecimal difference, @Nullable BigDecimal error) {
        if (difference == null || error == null) {
            return new Difference(first, second, difference == null ? null : Area.places(difference), null, null);
        }
        BigDecimal reach = Area.Z.multiply(error);
        return new Difference(
                first,
                second,
                Area.places(difference),
                Area.places(difference.subtract(reach)),
                Area.places(difference.add(reach)));
    }
}
