package dev.assay.model.prediction.reading;

import dev.assay.core.fact.Field;
import dev.assay.core.grading.FactQuery;
import dev.assay.core.grading.FieldCondition;
import dev.assay.core.grading.Quantity;
import dev.assay.core.identity.Identity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the value of a feature is read. */
public sealed interface Reading {

    /**
     * A number of the indicator language.
     *
     * @param quantity the number
     */
    record Measured(Quantity quantity) implements Reading {}

    /**
     * A number of the indicator language that is made from another file than the subject's: the weather stands in the city's.
     *
     * @param file whose file
     * @param quantity the number
     */
    record Elsewhere(Identity file, Quantity quantity) implements Reading {}

    /**
     * What facts had, the newer counting more: each weighs ½ to the power of its age over the half-life. There is nothing to read where there is no
     * fact.
     *
     * @param facts which facts
     * @param items the field whose items are asked; null where a fact itself is, which then has 1 or 0
     * @param where what must hold of the fact, or of each item that counts
     * @param times the items' field that says how often one counts; null where each counts once
     * @param most the most that one fact has; infinite for no limit
     * @param halfLife in how many days the weight halves, above zero
     * @param averaged whether the weighted average is meant, or the weighted sum
     */
    record Recent(
            FactQuery facts,
            @Nullable Field items,
            List<FieldCondition> where,
            @Nullable Field times,
            double most,
            double halfLife,
            boolean averaged)
            implements Reading {
        /** Copies the list. */
        public Recent {
            where = List.copyOf(where);
        }
    }

    /**
     * A text, or a flag as {@code true} or {@code false}, of the newest of some facts.
     *
     * @param facts which facts
     * @param fields the first of these that is filled is read
     * @param form what is made of the text
     */
    record Text(FactQuery facts, List<Field> fields, Form form) implements Reading {
        /** Copies the list. */
        public Text {
            fields = List.copyOf(fields);
        }
    }

    /** What is made of a text. */
    enum Form {
        /** Nothing. */
        AS_WRITTEN,
        /** Width, case, blanks and punctuation folded: two spellings of one address are one. */
        FOLDED,
        /** Its first two words, folded, without legal forms: what the shops of a chain have alike. */
        TWO_WORDS
    }

    /** The month of the day, as a text from {@code 01} to {@code 12}. */
    record Month() implements Reading {}

    /**
     * How often inspections found what is foretold, at all businesses that have a text alike, up to the day before, less how often they found it
     * anywhere. Newer ones may count more. Drawn to the average where there are few.
     *
     * @param around what they have alike
     * @param halfLife in how many days the weight of one halves; infinite where all count alike
     * @param prior how many inspections of the average are added, above zero
     */
    record Rate(Text around, double halfLife, double prior) implements Reading {}

    /**
     * How many facts of other files happened near by, by the coordinates of both: each counts e to the power of −(distance ÷ reach)² ÷ 2.
     *
     * @param facts which facts, with the fields longitude and latitude
     * @param days how many days back they count, at least 1
     * @param reach the reach in metres, above zero
     */
    record Near(FactQuery facts, int days, double reach) implements Reading {}
}
