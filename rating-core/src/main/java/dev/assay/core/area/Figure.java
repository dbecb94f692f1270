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
 * @param measure what the count is made into
 * @param among among what; null where it is no share
 * @param model the model whose grades count, or null where none do
 * @param term after how many days a case is due, or null where the rows have no term
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
        Measure measure,
        @Nullable RowSet among,
        @Nullable String model,
        @Nullable Term term,
        Bilingual numerator,
        Bilingual denominator,
        Basis basis,
        @Nullable Target target) {

    /** Inhabitants for whom one is counted. */
    public static final int PER = 1_000;

    /** What a count is made into. */
    public enum Measure {
        /** A share of the rows among which it is counted. */
        SHARE,
        /** A number per {@value Figure#PER} inhabitants. */
        PER_INHABITANTS,
        /** Itself. */
        COUNT
    }

    /**
     * A term that runs from the day of a row.
     *
     * @param days how many calendar days, from 1
     * @param basis where it is set
     */
    public record Term(int days, Basis basis) {}

    /**
     * Checks that a share, and nothing else, has rows among which it is counted.
     *
     * @throws IllegalArgumentException if it is not so
     */
    public Figure {
        if ((measure == Measure.SHARE) != (among != null)) {
            throw new IllegalArgumentException(
                    "The figure (%s) is a share of nothing, or no share of something.%nMaybe name the rows among which it is counted."
                            .formatted(id));
        }
    }

    /**
     * What a figure should reach.
     *
     * @param atLeast the least: a share from 0 to 1, or a number per 1,000 inhabitants
     * @param months how long a period it is meant for; a shorter one is not held against it
     * @param basis where it is set
     */
    public record Target(BigDecimal atLeast, int months, Basis basis) {}

    /**
     * Whether it is a share.
     *
     * @return true for a share
     */
    public boolean isShare() {
        return measure == Measure.SHARE;
    }

    /**
     * Whether it is told per inhabitants.
     *
     * @return true for a number per {@value #PER} inhabitants
     */
    public boolean isPerInhabitants() {
        return measure == Measure.PER_INHABITANTS;
    }

    /**
     * A value in words for people, rounded as fractions are for exports: a share in percent, else a number.
     *
     * @param value a value or a target of this figure
     * @return such as {@code 98.5 %}, {@code 3.2} or {@code 17}
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
