package dev.assay.model.backtest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * By how much one ranking's area exceeds another's, with the interval at 95 % of {@link Area}'s papers.
 *
 * @param difference the difference, to 4 places; null where there are no areas
 * @param lower the lower end of its interval; null where the standard error cannot be told or is 0
 * @param upper the upper end; null with {@code lower}
 */
public record Gain(
        @Nullable BigDecimal difference,
        @Nullable BigDecimal lower,
        @Nullable BigDecimal upper) {

    static Gain of(@Nullable BigDecimal difference, @Nullable BigDecimal error) {
        if (difference == null || error == null) {
            return new Gain(difference == null ? null : Area.places(difference), null, null);
        }
        BigDecimal reach = Area.Z.multiply(error);
        return new Gain(
                Area.places(difference), Area.places(difference.subtract(reach)), Area.places(difference.add(reach)));
    }
}
