package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An indicator: what is read, and the points that it gives.
 *
 * @param id its id
 * @param title its name
 * @param group the group whose cap it shares, or null
 * @param sectors the sectors to which it applies; empty for all
 * @param when what must hold for it to be read
 * @param scale how facts become points
 * @param missing the points where there is nothing to read; null where it is required: then the subject is not rated
 * @param lowest the fewest points that it can give
 * @param highest the most points that it can give
 * @param basis its legal ground
 */
public record IndicatorRule(
        String id,
        Bilingual title,
        @Nullable Group group,
        Set<Sector> sectors,
        Condition when,
        Scale scale,
        @Nullable BigDecimal missing,
        BigDecimal lowest,
        BigDecimal highest,
        Basis basis) {

    /** Copies the set. */
    public IndicatorRule {
        sectors = Set.copyOf(sectors);
    }

    /**
     * Indicators whose points count together: first their sum or the highest of them, then the floor and the cap, then the weight.
     *
     * @param id its id
     * @param title its name
     * @param counting which of its indicators count
     * @param floor the fewest points in all, before the weight; null for no floor
     * @param cap the most points in all, before the weight; null for no cap
     * @param weight by what the points are multiplied, above zero
     * @param basis its legal ground
     */
    public record Group(
            String id,
            Bilingual title,
            Counting counting,
            @Nullable BigDecimal floor,
            @Nullable BigDecimal cap,
            BigDecimal weight,
            Basis basis) {

        /**
         * What the group makes of its indicators' points.
         *
         * @param points the sum, or the highest, of its indicators' points
         * @return the points that it gives
         */
        public Fraction count(Fraction points) {
            Fraction counted = points;
            if (cap != null && counted.compareTo(Fraction.of(cap)) > 0) {
                counted = Fraction.of(cap);
            }
            if (floor != null && counted.compareTo(Fraction.of(floor)) < 0) {
                counted = Fraction.of(floor);
            }
            return counted.times(Fraction.of(weight));
        }
    }

    /** Which indicators of a group count. */
    public enum Counting {
        /** All, added up. */
        SUM,
        /** The one with the most points. */
        HIGHEST
    }
}
