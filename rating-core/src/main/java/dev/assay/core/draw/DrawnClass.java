package dev.assay.core.draw;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * How much of a class is drawn.
 *
 * @param name the class: a grade, or the state of who has none, such as {@code NEW}
 * @param percent the ratio in percent, from 0 to 100, of at most 4 places
 * @param rounding how the number of the whole class is rounded: {@code UP} or {@code DOWN}
 */
public record DrawnClass(String name, BigDecimal percent, Rounding rounding) {

    /** Decimal places of a percentage. */
    static final int PLACES = 4;

    private static final BigInteger WHOLE = BigInteger.valueOf(1_000_000);

    /** How a number of businesses is rounded. */
    public enum Rounding {
        /** To the next whole number, where a ratio is the least. */
        UP,
        /** To the whole number below, where a ratio is the most. */
        DOWN
    }

    /** Writes the percentage without zeros at its end. */
    public DrawnClass {
        BigDecimal plain = percent.stripTrailingZeros();
        percent = plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    /**
     * How many of a class are drawn.
     *
     * @param members how many it has, exclusions apart
     * @return the number, from 0 to {@code members}
     */
    public int numberOf(int members) {
        BigInteger share = percent.movePointRight(PLACES).toBigIntegerExact();
        BigInteger[] parts = BigInteger.valueOf(members).multiply(share).divideAndRemainder(WHOLE);
        boolean up = rounding == Rounding.UP && parts[1].signum() > 0;
        return parts[0].intValueExact() + (up ? 1 : 0);
    }
}
