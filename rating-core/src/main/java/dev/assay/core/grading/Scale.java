package dev.assay.core.grading;

import dev.assay.core.fact.Field;
import dev.assay.core.text.Bilingual;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How facts become points. */
public sealed interface Scale {

    /**
     * The value itself is the points.
     *
     * @param facts the newest of these is read
     * @param field its field, a decimal
     * @param lowest the fewest points that the field can hold
     * @param highest the most
     */
    record ValueItself(FactQuery facts, Field field, BigDecimal lowest, BigDecimal highest) implements Scale {}

    /**
     * Points by steps of a value.
     *
     * @param facts the newest of these is read
     * @param field its field, a decimal
     * @param rounded whether the value is first rounded HALF_UP to an integer
     * @param steps the steps, from below; the last without a bound
     */
    record Steps(FactQuery facts, Field field, boolean rounded, List<Step> steps) implements Scale {
        /** Copies the list. */
        public Steps {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a table.
     *
     * @param upTo the highest value that belongs to it, itself included; null for the last, which has no end
     * @param points its points
     * @param basis its legal ground
     */
    record Step(@Nullable BigDecimal upTo, BigDecimal points, Basis basis) {}

    /**
     * Points by a code. Of a field with several codes the highest points count.
     *
     * @param facts the newest of these is read
     * @param field its field, a text or texts
     * @param codes the points of each code; another code cannot be read
     */
    record Lookup(FactQuery facts, Field field, CodeTable codes) implements Scale {}

    /**
     * Points by the class in which a classification puts the subject.
     *
     * @param classification the classification
     * @param points the points of each class
     */
    record ByClass(Classification classification, Map<String, BigDecimal> points) implements Scale {
        /** Copies the map. */
        public ByClass {
            points = Map.copyOf(points);
        }
    }

    /**
     * Points whatever the facts: what a score that loses points begins with.
     *
     * @param points the points
     */
    record Constant(BigDecimal points) implements Scale {}

    /**
     * Points by the grade that an input model gives.
     *
     * @param input the input model
     * @param points the points of each of its grades
     */
    record ByInputGrade(ModelInput input, Map<String, BigDecimal> points) implements Scale {
        /** Copies the map. */
        public ByInputGrade {
            points = Map.copyOf(points);
        }
    }

    /**
     * The score that an input model gives, times a factor. It is read as it is exported, rounded to 4 places.
     *
     * @param input the input model
     * @param factor by what it is multiplied
     * @param lowest the lowest points
     * @param highest the highest points
     */
    record InputScore(ModelInput input, BigDecimal factor, BigDecimal lowest, BigDecimal highest) implements Scale {}

    /**
     * Points by a number that is made from facts.
     *
     * @param quantity the number
     * @param conversion how it becomes points
     */
    record Measured(Quantity quantity, Conversion conversion) implements Scale {}

    /**
     * Points for each case, by what was found in it.
     *
     * @param facts which facts count
     * @param rows what gives how many points
     * @param counting of several rows that one fact meets: all, or the one with the most points (below zero: the fewest)
     * @param caseField the field by which several facts are one case, of which only the one with the most points counts; null if each fact
     *     is a case. A fact without it is a case of its own
     * @param ages how much facts count by their age; empty if all count in full
     * @param least the fewest points in all; null for no limit
     * @param most the most points in all; null for no limit
     */
    record Cases(
            FactQuery facts,
            List<CaseRow> rows,
            IndicatorRule.Counting counting,
            @Nullable Field caseField,
            List<AgeWeight> ages,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most)
            implements Scale {
        /** Copies the lists. */
        public Cases {
            rows = List.copyOf(rows);
            ages = List.copyOf(ages);
        }
    }

    /**
     * What gives how many points.
     *
     * @param id its id
     * @param title its name
     * @param where what must hold of a fact
     * @param points the points
     * @param basis its legal ground
     */
    record CaseRow(String id, Bilingual title, List<FieldCondition> where, BigDecimal points, Basis basis) {
        /** Copies the list. */
        public CaseRow {
            where = List.copyOf(where);
        }
    }

    /**
     * How much facts of some age count.
     *
     * @param upToMonths up to and including the day that many months after they happened; 0 for the last, which has no end
     * @param factor by what their points are multiplied
     */
    record AgeWeight(int upToMonths, BigDecimal factor) {}

    /**
     * Points for each fact.
     *
     * @param facts which facts count
     * @param each the points of one; below zero in a score that loses points
     * @param most the most points in all, or the fewest where {@code each} is below zero
     */
    record CountedFacts(FactQuery facts, BigDecimal each, BigDecimal most) implements Scale {}

    /**
     * Points for each item of the newest fact.
     *
     * @param facts the newest of these is read
     * @param field its field of items
     * @param where which items count
     * @param times the item's field that says how often it counts; absent there it counts not at all; null where each counts once
     * @param each the points of one; below zero in a score that loses points
     * @param most the most points in all, or the fewest where {@code each} is below zero
     */
    record CountedItems(
            FactQuery facts,
            Field field,
            List<FieldCondition> where,
            @Nullable Field times,
            BigDecimal each,
            BigDecimal most)
            implements Scale {
        /** Copies the list. */
        public CountedItems {
            where = List.copyOf(where);
        }
    }

    /**
     * Points by the time since the newest fact: one for so many days, and parts of one for parts of them.
     *
     * @param facts the newest of these is read
     * @param days the days that give one point, above zero
     * @param most the most points
     */
    record TimeSince(FactQuery facts, BigDecimal days, BigDecimal most) implements Scale {}

    /**
     * A share of items by weight: factor × Σ weight of those that are hit ÷ Σ weight of those that apply. Items that do not apply
     * leave both sums; where none applies there is nothing to read.
     *
     * @param facts the newest of these is read
     * @param field its field of items
     * @param hit which items count above the line, among those that apply
     * @param applies which items count below the line
     * @param weight the item's field with its weight; absent counts 0
     * @param factor the points if all are hit
     */
    record Share(
            FactQuery facts,
            Field field,
            List<FieldCondition> hit,
            List<FieldCondition> applies,
            Field weight,
            BigDecimal factor)
            implements Scale {
        /** Copies the lists. */
        public Share {
            hit = List.copyOf(hit);
            applies = List.copyOf(applies);
        }
    }
}
