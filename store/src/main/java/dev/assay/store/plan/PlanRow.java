package dev.assay.store.plan;

import dev.assay.core.planning.Refusals.LeftOut;
import dev.assay.core.planning.Refusals.Moved;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a plan.
 *
 * @param no its number within the plan, from 0
 * @param what whom it is to
 * @param reason why it is wanted
 * @param weight what leaving it out weighs
 * @param skill the skill that one of the two must have; null for none
 * @param due the day by which it is due
 * @param floor the day by which the law wants it whatever the grade; null where it holds no floor
 * @param slot its day and pair; null where it is left out
 * @param why why it is left out; null where it is not
 * @param brokenFloor whether the law asks for it by a day that it misses
 * @param old day and pair in the plan before, as far as they were to be kept; null for none
 * @param moved why it does not keep them; null where it does, or had none
 * @param assignment as what it was handed out last; null where it was not
 */
public record PlanRow(
        int no,
        Whom what,
        Reason reason,
        long weight,
        @Nullable String skill,
        LocalDate due,
        @Nullable LocalDate floor,
        @Nullable Kept slot,
        @Nullable LeftOut why,
        boolean brokenFloor,
        @Nullable Kept old,
        @Nullable Moved moved,
        @Nullable Long assignment) {

    /**
     * Whom a visit is to.
     *
     * @param business identity of the business
     * @param subject identity of the licence or business that is rated
     * @param also identities of further licences that are inspected on the same visit
     * @param name the business's name, as it was; may be empty
     * @param place street or town
     * @param division code of the division
     * @param sector code of the sector
     * @param grade the grade, or the state of who has none, as it was
     */
    public record Whom(
            String business,
            String subject,
            List<String> also,
            String name,
            String place,
            String division,
            String sector,
            String grade) {

        /** Copies the list. */
        public Whom {
            also = List.copyOf(also);
        }

        /**
         * Everything that is inspected.
         *
         * @return identities of the licences or the business
         */
        public List<String> subjects() {
            return Stream.concat(Stream.of(subject), also.stream()).toList();
        }
    }
}
