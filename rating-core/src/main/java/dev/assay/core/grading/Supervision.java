package dev.assay.core.grading;

import dev.assay.core.business.Sector;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What grades mean for inspections 检查频次.
 *
 * @param id its id
 * @param sectors the sectors to which it applies; empty for all
 * @param divisions the beginnings of the division codes to which it applies, such as {@code 34} for a province; empty for all
 * @param counted the inspections from which the next is reckoned; no window
 * @param frequencies the frequency of each grade; a grade without one is supervised without a set frequency
 * @param floors frequencies that hold whatever the grade
 */
public record Supervision(
        String id,
        Set<Sector> sectors,
        List<String> divisions,
        FactQuery counted,
        Map<String, Frequency> frequencies,
        List<Floor> floors) {

    /** Copies the collections. */
    public Supervision {
        sectors = Set.copyOf(sectors);
        divisions = List.copyOf(divisions);
        frequencies = Map.copyOf(frequencies);
        floors = List.copyOf(floors);
    }

    /**
     * How often a grade is inspected, and how.
     *
     * @param atLeast inspections a year, the lower bound, above zero: the figure that counts; where the law names an interval, 12 ÷ its
     *     months, rounded HALF_UP to 4 places
     * @param atMost the upper bound, for display; null where the law names one figure or none
     * @param everyMonths the months from one inspection to the next where the law names an interval; 0 where it names a number a year
     * @param ways how it is inspected; empty where the law leaves it open
     * @param drawShare the share of the subjects of the grade that a year's random draw takes, from 0 to 1; null where none is set
     * @param basis its legal ground
     */
    public record Frequency(
            BigDecimal atLeast,
            @Nullable BigDecimal atMost,
            int everyMonths,
            List<Way> ways,
            FieldTest.@Nullable Interval drawShare,
            Basis basis) {

        /** Copies the list. */
        public Frequency {
            ways = List.copyOf(ways);
        }
    }

    /** How a business is inspected (Order 49 arts 21 and 53). */
    public enum Way {
        /** A daily inspection by the yearly plan 日常检查. */
        ROUTINE("日常检查", "routine inspections"),
        /** As a key object of supervision 重点监管. */
        FOCUSED("重点监管", "key supervision"),
        /** Of the whole system of food-safety control 体系检查. */
        SYSTEM("体系检查", "system inspections"),
        /** Unannounced 飞行检查. */
        UNANNOUNCED("飞行检查", "unannounced inspections");

        private final String zh;
        private final String en;

        Way(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }

        /**
         * Its name.
         *
         * @return the name for people
         */
        public Bilingual title() {
            return Bilingual.of(zh, en);
        }
    }

    /**
     * A frequency that holds whatever the grade, such as that of a key category of food.
     *
     * @param id its id
     * @param title its name
     * @param when what must hold
     * @param atLeast inspections a year, above zero
     * @param basis its legal ground
     */
    public record Floor(String id, Bilingual title, Condition when, BigDecimal atLeast, Basis basis) {}
}
