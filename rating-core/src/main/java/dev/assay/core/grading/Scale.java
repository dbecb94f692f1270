package dev.assay.core.grading;

import dev.assay.core.fact.Field;
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
     * Points by a code.
     *
     * @param facts the newest of these is read
     * @param field its field, a text
     * @param points the points of each code; another code cannot be read
     */
    record Lookup(FactQuery facts, Field field, Map<String, BigDecimal> points) implements Scale {
        /** Copies the map. */
        public Lookup {
            points = Map.copyOf(points);
        }
    }

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
     * Points for each fact.
     *
     * @param facts which facts count
     * @param each the points of one
     * @param most the most points in all
     */
    record CountedFacts(FactQuery facts, BigDecimal each, BigDecimal most) implements Scale {}

    /**
     * Points for each item of the newest fact.
     *
     * @param facts the newest of these is read
     * @param field its field of items
     * @param where which items count
     * @param times the item's field that says how often it counts; absent there it counts not at all; null where each counts once
     * @param each the points of one
     * @param most the most points in all
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
