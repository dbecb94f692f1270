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

    private static final int EXPORTED_PLACES = 4;

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
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
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
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.add(other.numerator), denominator);
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
        BigDecimal rounded = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), EXPORTED_PLACES, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
