package dev.assay.core.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An inspection that is wanted.
 *
 * @param no its number in the plan, from 0
 * @param business identity of the business, {@code SCHEME:VALUE}
 * @param subject identity of what is rated and inspected: one of its licences, or the business itself; of several the one that weighs most
 * @param also identities of further licences for the same premises that are inspected on the same visit, in order
 * @param name the business's name; may be empty
 * @param premises what tells the premises from others of the business: the same for visits at which the same two may not go twice running
 * @param place where it is, for nearness: visits of one place are near each other
 * @param division code of the division
 * @param sector code of the sector
 * @param grade the grade, or the state of who has none
 * @param reason why it is wanted
 * @param weight what leaving it out costs, at least 1
 * @param earliest the first day on which it makes sense
 * @param due the day by which it is due
 * @param floor the day by which the law wants it whatever the grade, not before it is due; null where another visit holds the floor, or none falls into the span
 * @param barred numbers of inspectors who may not go
 * @param skill the skill that at least one of the two must have; null for none
 * @param before the pair that was there last; null where not known
 * @param kept day and pair of the visit in the plan before, which are kept where that is possible; null for none
 */
public record Visit(
        int no,
        String business,
        String subject,
        List<String> also,
        String name,
        String premises,
        String place,
        String division,
        String sector,
        String grade,
        Reason reason,
        long weight,
        LocalDate earliest,
        LocalDate due,
        @Nullable LocalDate floor,
        Set<String> barred,
        @Nullable String skill,
        @Nullable Pair before,
        @Nullable Kept kept) {

    /** Why an inspection is wanted. */
    public enum Reason {
        /** A floor of the law alone, whatever the grade: all items of everyone once in two years (Order 49). */
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

    /**
     * Day and pair of a visit in the plan before.
     *
     * @param day the day
     * @param pair who was to go
     */
    public record Kept(LocalDate day, Pair pair) {}

    /**
     * Where it is made.
     *
     * @return the business and its premises
     */
    public List<String> where() {
        return List.of(business, premises);
    }

    /** Copies the collections. */
    public Visit {
        also = List.copyOf(also);
        barred = Set.copyOf(barred);
    }

    /**
     * The same visit after another one at the business.
     *
     * @param pair who made that
     * @return the visit, for which the same two may not go again
     */
    public Visit after(Pair pair) {
        return with(no, pair, kept);
    }

    /**
     * The same visit under another number, with what it was in the plan before.
     *
     * @param number its number
     * @param earlier day and pair that are kept where that is possible; null for none
     * @return the visit
     */
    Visit as(int number, @Nullable Kept earlier) {
        return with(number, before, earlier);
    }

    private Visit with(int number, @Nullable Pair last, @Nullable Kept earlier) {
        return new Visit(
                number, business, subject, also, name, premises, place, division, sector, grade, reason, weight,
                earliest, due, floor, barred, skill, last, earlier);
    }

    /**
     * Whether a floor of the law is broken.
     *
     * @param day the day of the visit; null where it is left out
     * @return true if the law wants it by a day that is missed
     */
    public boolean breaksFloor(@Nullable LocalDate day) {
        return floor != null && (day == null || day.isAfter(floor));
    }

    /**
     * Whether a slot is not what the visit had in the plan before.
     *
     * @param slot the slot
     * @return true if there was a plan before, and day or pair is another
     */
    public boolean isMovedBy(Slot slot) {
        return kept != null && !(kept.day().equals(slot.day()) && kept.pair().equals(slot.pair()));
    }
}
