package dev.assay.core.grading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact quotient. Points stay in this form until the bands have been read; only what leaves the engine is rounded.
 *
 * @param numerator the upper part, in lowest terms
 * @param denominator the lower part, in lowest terms, above zero
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /** Nought. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    private static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private static final int LONG_DIGITS = 18;

    private static final int SHORT_BITS = 31;

    private static final Fraction[] SMALL = small();

    private static final int EXPORTED_PLACES = 4;

    private static Fraction[] small() {
        Fraction[] small = new Fraction[101];
        for (int i = 0; i < small.length; i++) {
            small[i] = new Fraction(BigInteger.valueOf(i), BigInteger.ONE);
        }
        return small;
    }

    /**
     * Brings the parts to lowest terms, so that equal quotients are equal records.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException(
                    "The quotient (%s / 0) has no value.%nMaybe no item was applicable.".formatted(numerator));
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger divisor = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                divisor = divisor.negate();
            }
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    /**
     * A decimal as a fraction.
     *
     * @param decimal the decimal
     * @return the same number
     */
    public static Fraction of(BigDecimal decimal) {
        int scale = decimal.scale();
        if (scale >= 0 && scale < POWERS_OF_TEN.length && decimal.precision() <= LONG_DIGITS) {
            return of(decimal.scaleByPowerOfTen(scale).longValue(), POWERS_OF_TEN[scale]);
        }
        return scale <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(scale));
    }

    /** The denominator above zero. */
    private static Fraction of(long numerator, long denominator) {
        if (denominator == 1 && numerator >= 0 && numerator < SMALL.length) {
            return SMALL[(int) numerator];
        }
        long divisor = gcd(Math.abs(numerator), denominator);
        return new Fraction(BigInteger.valueOf(numerator / divisor), BigInteger.valueOf(denominator / divisor));
    }

    private static long gcd(long one, long other) {
        long a = one;
        long b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** Whether both parts are so small that products of two of them, and sums of such products, fit into a long. */
    private boolean isShort() {
        return numerator.bitLength() < SHORT_BITS && denominator.bitLength() < SHORT_BITS;
    }

    /**
     * The sum.
     *
     * @param other what to add
     * @return this + other
     */
    public Fraction plus(Fraction other) {
        if (numerator.signum() == 0) {
            return other;
        }
        if (isShort() && other.isShort()) {
            long own = denominator.longValue();
            long theirs = other.denominator.longValue();
            return own == theirs
                    ? of(numerator.longValue() + other.numerator.longValue(), own)
                    : of(numerator.longValue() * theirs + other.numerator.longValue() * own, own * theirs);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * The difference.
     *
     * @param other what to take away
     * @return this − other
     */
    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    /**
     * The product.
     *
     * @param other the other factor
     * @return this × other
     */
    public Fraction times(Fraction other) {
        if (other.equals(ONE)) {
            return this;
        }
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The quotient.
     *
     * @param other the divisor
     * @return this ÷ other
     * @throws ArithmeticException if the divisor is zero
     */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /**
     * The number as it leaves the engine.
     *
     * @return the decimal, rounded HALF_UP to 4 places where it has more, without trailing zeros
     */
    public BigDecimal toDecimal() {
        if (denominator.equals(BigInteger.ONE)) {
            return new BigDecimal(numerator);
        }
        if (isShort()) {
            return rounded(numerator.longValue() * POWERS_OF_TEN[EXPORTED_PLACES], denominator.longValue());
        }
        BigDecimal rounded = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), EXPORTED_PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    /** The quotient HALF_UP, of which the last {@link #EXPORTED_PLACES} digits are places, without trailing zeros. */
    private static BigDecimal rounded(long dividend, long divisor) {
        long magnitude = (2 * Math.abs(dividend) + divisor) / (2 * divisor);
        int scale = EXPORTED_PLACES;
        while (scale > 0 && magnitude % 10 == 0) {
            magnitude /= 10;
            scale--;
        }
        return BigDecimal.valueOf(dividend < 0 ? -magnitude : magnitude, scale);
    }

    @Override
    public int compareTo(Fraction other) {
        if (isShort() && other.isShort()) {
            return Long.compare(
                    numerator.longValue() * other.denominator.longValue(),
                    other.numerator.longValue() * denominator.longValue());
        }
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
