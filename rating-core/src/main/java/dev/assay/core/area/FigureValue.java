package dev.assay.core.area;

import dev.assay.core.area.Figure.Measure;
import dev.assay.core.area.Figure.Target;
import dev.assay.core.grading.Fraction;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A figure of an area and a period, with its counts.
 *
 * @param figure its definition
 * @param part the part that is counted, such as a grade; empty where it has none
 * @param count how many rows there are, at least 0
 * @param base among how many; null where that is not known, such as inhabitants of a division that nobody told, and for a count alone
 * @param standing how it stands to its target
 */
public record FigureValue(
        Figure figure, String part, long count, @Nullable Long base, Standing standing) {

    /** How a figure stands to its target. */
    public enum Standing {
        /** It has none. */
        NO_TARGET,
        /** There is nothing among which to count: it has no value, neither nought nor all. */
        NO_BASIS,
        /** The period is shorter than the target's. */
        TOO_SHORT,
        /** It reaches it. */
        MET,
        /** It does not. */
        MISSED
    }

    /**
     * A value with its standing.
     *
     * @param figure its definition
     * @param part the part that is counted; empty where it has none
     * @param count how many rows there are
     * @param base among how many; null where that is not known
     * @param period its days
     * @return the value
     */
    public static FigureValue of(Figure figure, String part, long count, @Nullable Long base, Period period) {
        return new FigureValue(figure, part, count, base, standing(figure, quotient(figure, count, base), period));
    }

    /**
     * The value: a share from 0 to 1, a number per 1,000 inhabitants, or the count itself.
     *
     * @return it, exactly; empty where there is nothing among which to count
     */
    public Optional<Fraction> value() {
        return quotient(figure, count, base);
    }

    private static Optional<Fraction> quotient(Figure figure, long count, @Nullable Long base) {
        BigInteger counted = BigInteger.valueOf(count);
        if (figure.measure() == Measure.COUNT) {
            return Optional.of(new Fraction(counted, BigInteger.ONE));
        }
        if (base == null || base == 0) {
            return Optional.empty();
        }
        return Optional.of(new Fraction(
                figure.isShare() ? counted : counted.multiply(BigInteger.valueOf(Figure.PER)),
                BigInteger.valueOf(base)));
    }

    private static Standing standing(Figure figure, Optional<Fraction> value, Period period) {
        Target target = figure.target();
        if (value.isEmpty()) {
            return Standing.NO_BASIS;
        }
        if (target == null) {
            return Standing.NO_TARGET;
        }
        if (!period.covers(target.months())) {
            return Standing.TOO_SHORT;
        }
        return value.get().compareTo(Fraction.of(target.atLeast())) < 0 ? Standing.MISSED : Standing.MET;
    }
}
