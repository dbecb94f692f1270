package dev.assay.core.planning;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An inspection that is wanted.
 *
 * @param no its number in the plan, from 0
 * @param business identity of the business, {@code SCHEME:VALUE}
 * @param name the business's name; may be empty
 * @param place where it is, for nearness: visits of one place are near each other
 * @param division code of the division
 * @param sector code of the sector
 * @param grade the grade, or the state of who has none
 * @param reason why it is wanted
 * @param weight what leaving it out costs, at least 1
 * @param earliest the first day on which it makes sense
 * @param due the day by which it is due
 * @param barred numbers of inspectors who may not go
 * @param before the pair that was there last; null where not known
 */
public record Visit(
        int no,
        String business,
        String name,
        String place,
        String division,
        String sector,
        String grade,
        Reason reason,
        long weight,
        LocalDate earliest,
        LocalDate due,
        Set<String> barred,
        @Nullable Pair before) {

    /** Why an inspection is wanted. */
    public enum Reason {
        /** A floor of the law, whatever the grade: all items of everyone once in two years (Order 49). */
        FLOOR,
        /** After a failed sample. */
        FOLLOW_UP,
        /** For a campaign, such as schools before a term. */
        CAMPAIGN,
        /** A new business, not inspected yet. */
        NEW,
        /** By the frequency of the grade. */
        ROUTINE
    }

    /**
     * Two inspectors who go together.
     *
     * @param first the one with the lesser number
     * @param second the other
     */
    public record Pair(String first, String second) {

        /** Puts them in order. */
        public Pair {
            if (first.compareTo(second) > 0) {
                String swapped = first;
                first = second;
                second = swapped;
            }
        }

        @Override
        public String toString() {
            return first + "+" + second;
        }
    }

    /** Copies the set. */
    public Visit {
        barred = Set.copyOf(barred);
    }

    /**
     * The same visit after another one at the business.
     *
     * @param pair who made that
     * @return the visit, for which the same two may not go again
     */
    Visit after(Pair pair) {
        return new Visit(
                no, business, name, place, division, sector, grade, reason, weight, earliest, due, barred, pair);
    }
}
