package dev.assay.model.prediction.judging;

import dev.assay.model.backtest.Area;
import dev.assay.model.backtest.Gain;
import dev.assay.model.backtest.Proportion;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A figure with its interval at 95 %. NaN stands for what cannot be told.
 *
 * @param value the figure
 * @param lower the lower end
 * @param upper the upper end
 */
public record Interval(double value, double lower, double upper) {

    /** What cannot be told. */
    public static final Interval UNTOLD = new Interval(Double.NaN, Double.NaN, Double.NaN);

    /** The 97.5 % point of the normal distribution. */
    static final double Z = 1.959964;

    static Interval around(double value, double error) {
        return new Interval(value, value - Z * error, value + Z * error);
    }

    /** An area or a share: between 0 and 1. */
    static Interval within(double value, double error) {
        return new Interval(value, Math.max(0, value - Z * error), Math.min(1, value + Z * error));
    }

    static Interval of(Area area) {
        return new Interval(number(area.area()), number(area.lower()), number(area.upper()));
    }

    static Interval of(Gain gain) {
        return new Interval(number(gain.difference()), number(gain.lower()), number(gain.upper()));
    }

    static Interval of(Proportion share) {
        return new Interval(number(share.rate()), number(share.lower()), number(share.upper()));
    }

    private static double number(@Nullable BigDecimal number) {
        return number == null ? Double.NaN : number.doubleValue();
    }

    /**
     * Whether the figure can be told.
     *
     * @return true if so
     */
    public boolean told() {
        return !Double.isNaN(value);
    }

    /**
     * Whether the whole interval lies above a number.
     *
     * @param number the number
     * @return true if so; false where there is no interval
     */
    public boolean above(double number) {
        return lower > number;
    }

    /**
     * Whether the whole interval lies below a number.
     *
     * @param number the number
     * @return true if so; false where there is no interval
     */
    public boolean below(double number) {
        return upper < number;
    }
}
