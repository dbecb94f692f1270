package dev.assay.core.area;

import dev.assay.core.grading.Basis;
import dev.assay.core.grading.Fraction;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a figure of an area.
 *
 * @param id its id, of lower-case letters, digits and hyphens
 * @param order its place among the others, from 1
 * @param title what it is called
 * @param rows what is counted
 * @param among among what, or null where it is counted per inhabitants
 * @param model the model whose grades count, or null where none do
 * @param numerator exactly what is counted, in words
 * @param denominator exactly among what, in words
 * @param basis why it is kept
 * @param target what it should reach, or null for none
 */
public record Figure(
        String id,
        int order,
        Bilingual title,
        RowSet rows,
        @Nullable RowSet among,
        @Nullable String model,
        Bilingual numerator,
        Bilingual denominator,
        Basis basis,
        @Nullable Target target) {

    /** Inhabitants for whom one is counted. */
    public static final int PER = 1_000;

    /**
     * What a figure should reach.
     *
     * @param atLeast the least: a share from 0 to 1, or a number per 1,000 inhabitants
     * @param months how long a period it is meant for; a shorter one is not held against it
     * @param basis where it is set
     */
    public record Target(BigDecimal atLeast, int months, Basis basis) {}

    /**
     * Whether it is a share rather than a number per inhabitants.
     *
     * @return true for a share
     */
    public boolean isShare() {
        return among != null;
    }

    /**
     * A value in words for people, rounded as fractions are for exports: a share in percent, else a number.
     *
     * @param value a value or a target of this figure
     * @return such as {@code 98.5 %} or {@code 3.2}
     */
    public String shown(Fraction value) {
        BigDecimal decimal = value.toDecimal();
        return isShare()
                ? decimal.movePointRight(2).stripTrailingZeros().toPlainString() + " %"
                : decimal.toPlainString();
    }

    /**
     * Whether it is counted by parts, such as grades.
     *
     * @return true if it has a value for each part
     */
    public boolean hasParts() {
        return rows == RowSet.GRADED;
    }
}
