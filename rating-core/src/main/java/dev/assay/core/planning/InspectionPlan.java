package dev.assay.core.planning;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which visit is made by whom on which day.
 *
 * @param visits all visits that are wanted, by number
 * @param slots all pairs and days, by number
 * @param assigned the number of the slot of each visit, by its number; {@link #NONE} where it is left out
 */
public record InspectionPlan(List<Visit> visits, List<Slot> slots, List<Integer> assigned) {

    /**
     * What a broken floor of the law counts as wherever plans are compared on the way: more than a week of the heaviest visits that rules can weigh
     * (1,000 × 1,000,000 × 1,000,000), so that nothing is weighed against it.
     */
    public static final long BROKEN_FLOOR = 1L << 50;

    /** No slot. */
    public static final int NONE = -1;

    /** Copies the lists. */
    public InspectionPlan {
        visits = List.copyOf(visits);
        slots = List.copyOf(slots);
        assigned = List.copyOf(assigned);
    }

    /**
     * The slot of a visit.
     *
     * @param visit the visit's number
     * @return it; null where the visit is left out
     */
    public @Nullable Slot slotOf(int visit) {
        int slot = assigned.get(visit);
        return slot == NONE ? null : slots.get(slot);
    }

    /**
     * What a plan is worth, constraint by constraint.
     *
     * @param planned visits that are planned
     * @param leftOut visits that are left out
     * @param overfull visits beyond the capacity of a pair's day: a hard constraint
     * @param notAllowed visits by a pair that may not make them on that day: a hard constraint
     * @param lateVisits visits after their due day
     * @param lateDays days late, together
     * @param late cost of that, by the weights of the visits
     * @param places further places of pairs' days
     * @param divisions further divisions of pairs' days
     * @param moved visits on another day, or by another pair, than in the plan before
     * @param unplanned cost of what is left out
     * @param cost the weighted sum of all soft constraints, the less the better
     */
    public record Worth(
            int planned,
            int leftOut,
            int overfull,
            int notAllowed,
            int lateVisits,
            long lateDays,
            long late,
            long places,
            long divisions,
            long moved,
            long unplanned,
            long cost) {}

    /**
     * What the plan is worth.
     *
     * @param weights what soft constraints weigh
     * @return it
     */
    public Worth worth(Weights weights) {
        Map<Integer, List<Visit>> bySlot = new HashMap<>();
        int leftOut = 0;
        int notAllowed = 0;
        int lateVisits = 0;
        long lateDays = 0;
        long late = 0;
        long unplanned = 0;
        long moved = 0;
        for (Visit visit : visits) {
            Slot slot = slotOf(visit.no());
            if (slot == null) {
                leftOut++;
                unplanned += visit.weight() * weights.unplanned();
                continue;
            }
            bySlot.computeIfAbsent(slot.no(), _ -> new ArrayList<>()).add(visit);
            notAllowed += slot.takes(visit) ? 0 : 1;
            moved += visit.isMovedBy(slot) ? 1 : 0;
            long days = Math.max(0, ChronoUnit.DAYS.between(visit.due(), slot.day()));
            lateVisits += days > 0 ? 1 : 0;
            lateDays += days;
            late += days * visit.weight() * weights.late();
        }
        int overfull = 0;
        long places = 0;
        long divisions = 0;
        for (Map.Entry<Integer, List<Visit>> slot : bySlot.entrySet()) {
            List<Visit> made = slot.getValue();
            overfull += Math.max(0, made.size() - slots.get(slot.getKey()).capacity());
            places += made.stream().map(Visit::place).distinct().count() - 1;
            divisions += made.stream().map(Visit::division).distinct().count() - 1;
        }
        return new Worth(
                visits.size() - leftOut,
                leftOut,
                overfull,
                notAllowed,
                lateVisits,
                lateDays,
                late,
                places,
                divisions,
                moved,
                unplanned,
                late + places * weights.place() + divisions * weights.division() + moved * weights.moved() + unplanned);
    }

    /**
     * The floors of the law that the plan breaks.
     *
     * @return the visits of such floors that are left out or late
     */
    public List<Visit> brokenFloors() {
        return visits.stream()
                .filter(visit -> {
                    Slot slot = slotOf(visit.no());
                    return visit.breaksFloor(slot == null ? null : slot.day());
                })
                .toList();
    }
}
