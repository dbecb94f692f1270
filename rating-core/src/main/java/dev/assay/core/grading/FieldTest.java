package dev.assay.core.grading;

import dev.assay.core.fact.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A question about one field of a fact. An absent field answers no to all of them but {@link Present} with {@code false}. */
public sealed interface FieldTest {

    /**
     * The text, or one of the texts, is one of these.
     *
     * @param texts the texts, compared exactly
     */
    record OneOf(Set<String> texts) implements FieldTest {
        /** Copies the set. */
        public OneOf {
            texts = Set.copyOf(texts);
        }
    }

    /**
     * There is a text, and it (or each of the texts) is none of these.
     *
     * @param texts the texts, compared exactly
     */
    record NoneOf(Set<String> texts) implements FieldTest {
        /** Copies the set. */
        public NoneOf {
            texts = Set.copyOf(texts);
        }
    }

    /**
     * The text, or one of the texts, contains one of these words.
     *
     * @param words the words, not blank
     */
    record ContainsAny(List<String> words) implements FieldTest {
        /** Copies the list. */
        public ContainsAny {
            words = List.copyOf(words);
        }
    }

    /**
     * The text, or one of the texts, is a code whose row of a table is one of these.
     *
     * @param table the table
     * @param accepted the codes of the rows
     */
    record InTable(CodeTable table, Set<String> accepted) implements FieldTest {
        /** Copies the set. */
        public InTable {
            accepted = Set.copyOf(accepted);
        }
    }

    /**
     * The number lies between bounds.
     *
     * @param interval the bounds
     */
    record Within(Interval interval) implements FieldTest {}

    /**
     * Whatever number the measured value can stand for lies between bounds: "&gt;10" is above 5, and nobody knows whether it is above 20.
     *
     * @param interval the bounds
     * @param unit the unit in which they are meant, as {@link Measure#unit()} writes it; empty where every unit will do
     */
    record Measured(Interval interval, String unit) implements FieldTest {}

    /**
     * The flag is set, or is not.
     *
     * @param set true if it must be there and true; false if it must be false or absent
     */
    record Flag(boolean set) implements FieldTest {}

    /**
     * The field is filled, or is not.
     *
     * @param filled true if it must be there
     */
    record Present(boolean filled) implements FieldTest {}

    /** The day lies before the as-of day. */
    record Past() implements FieldTest {}

    /**
     * The day lies this long ago, or longer, on the as-of day.
     *
     * @param months how long ago, at least 1; from the 31st to a shorter month it is the last day of that month
     */
    record MonthsAgo(int months) implements FieldTest {}

    /**
     * Bounds of numbers, each with its side's inclusiveness.
     *
     * @param lower the lower bound, or null where there is none
     * @param lowerIncluded whether the lower bound itself lies within
     * @param upper the upper bound, or null where there is none
     * @param upperIncluded whether the upper bound itself lies within
     */
    record Interval(
            @Nullable BigDecimal lower,
            boolean lowerIncluded,
            @Nullable BigDecimal upper,
            boolean upperIncluded) {

        /**
         * Whether an exact quotient lies within.
         *
         * @param number the number
         * @return true if it does
         */
        public boolean contains(Fraction number) {
            return isAbove(lower == null ? 1 : number.compareTo(Fraction.of(lower)))
                    && isBelow(upper == null ? -1 : number.compareTo(Fraction.of(upper)));
        }

        /**
         * Whether a decimal lies within.
         *
         * @param number the number
         * @return true if it does
         */
        public boolean contains(BigDecimal number) {
            return isAbove(lower == null ? 1 : number.compareTo(lower))
                    && isBelow(upper == null ? -1 : number.compareTo(upper));
        }

        /**
         * Whether every number that a measured value can stand for lies within.
         *
         * @param measure the measured value
         * @return true if so; false also where it has no number
         */
        public boolean containsAll(Measure measure) {
            BigDecimal number = measure.value();
            return number != null
                    && switch (measure.comparison()) {
                        case EQUAL -> contains(number);
                        case BELOW -> lower == null && (upper == null || number.compareTo(upper) <= 0);
                        case AT_MOST -> lower == null && (upper == null || isBelow(number.compareTo(upper)));
                        case ABOVE -> upper == null && (lower == null || number.compareTo(lower) >= 0);
                        case AT_LEAST -> upper == null && (lower == null || isAbove(number.compareTo(lower)));
                        case null -> false;
                    };
        }

        private boolean isAbove(int order) {
            return order > 0 || (order == 0 && lowerIncluded);
        }

        private boolean isBelow(int order) {
            return order < 0 || (order == 0 && upperIncluded);
        }

        /**
         * The bounds in words.
         *
         * @param name the name of the number between them
         * @return such as {@code 30 < T ≤ 45}
         */
        public String describe(String name) {
            String left = lower == null ? "" : lower.toPlainString() + (lowerIncluded ? " ≤ " : " < ");
            String right = upper == null ? "" : (upperIncluded ? " ≤ " : " < ") + upper.toPlainString();
            return left + name + right;
        }
    }
}
