package dev.assay.core.planning;

import dev.assay.core.inspector.Inspector;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a visit found no place in a plan, and why one is not where it was in the plan before. */
public final class Refusals {

    private final List<Slot> kinds = new ArrayList<>();

    /** Why a visit is left out. */
    public enum LeftOut {
        /** No two inspectors work in its division and trade. */
        NOBODY,
        /** Nobody of those has the skill that it asks for. */
        NO_SKILL,
        /** Of every pair one has declared a relation, or the same two are there before or after it. */
        BARRED,
        /** It may not be made before a day after which nobody goes in this span. */
        NO_DAY,
        /** The days of all who could go are full of what weighs more. */
        NO_ROOM
    }

    /** Why a visit has another day or pair than before. */
    public enum Moved {
        /** One of the two is not in the list any more. */
        NOT_LISTED,
        /** One of the two is away on that day. */
        AWAY,
        /** The day is no working day. */
        CLOSED,
        /** The two may not make it now: division, trade, skill, a relation, too early, or there last. */
        NOT_ALLOWED,
        /** The two do not go together on that day any more. */
        OTHER_PAIR,
        /** Others weigh more on that day. */
        WEIGHED
    }

    /**
     * Reasons among slots.
     *
     * @param slots all slots of the plan
     */
    public Refusals(List<Slot> slots) {
        Map<List<Object>, Slot> last = new HashMap<>();
        for (Slot slot : slots) {
            last.merge(
                    List.of(slot.pair(), slot.division(), slot.sectors(), slot.skills()),
                    slot,
                    (one, other) -> one.day().isAfter(other.day()) ? one : other);
        }
        kinds.addAll(last.values());
    }

    /**
     * Why a visit is left out.
     *
     * @param visit a visit that found no slot
     * @param beside who is planned for the same premises last before its due day and first after it
     * @return the first reason that holds for all pairs
     */
    public LeftOut leftOut(Visit visit, Set<Pair> beside) {
        List<Slot> near = kinds.stream().filter(slot -> slot.isFor(visit)).toList();
        if (near.isEmpty()) {
            return LeftOut.NOBODY;
        }
        List<Slot> able = near.stream().filter(slot -> slot.hasSkillFor(visit)).toList();
        if (able.isEmpty()) {
            return LeftOut.NO_SKILL;
        }
        List<Slot> free = able.stream()
                .filter(slot ->
                        !slot.bars(visit) && !slot.pair().equals(visit.before()) && !beside.contains(slot.pair()))
                .toList();
        if (free.isEmpty()) {
            return LeftOut.BARRED;
        }
        return free.stream().allMatch(slot -> slot.day().isBefore(visit.earliest())) ? LeftOut.NO_DAY : LeftOut.NO_ROOM;
    }

    /**
     * Why a visit does not keep its day and pair.
     *
     * @param visit a visit of a plan before, which is elsewhere or nowhere now
     * @param kept what it had
     * @param inspectors who there is, by number
     * @param calendar which days are working days
     * @param thatDay the slots of that day
     * @return the first reason that holds
     */
    public static Moved moved(
            Visit visit, Kept kept, Map<String, Inspector> inspectors, WorkingDays calendar, List<Slot> thatDay) {
        LocalDate day = kept.day();
        Set<String> both = Set.of(kept.pair().first(), kept.pair().second());
        if (!inspectors.keySet().containsAll(both)) {
            return Moved.NOT_LISTED;
        }
        if (!calendar.contains(day)) {
            return Moved.CLOSED;
        }
        if (both.stream().map(inspectors::get).anyMatch(one -> one != null && one.isAway(day))) {
            return Moved.AWAY;
        }
        List<Slot> same =
                thatDay.stream().filter(slot -> slot.pair().equals(kept.pair())).toList();
        if (same.isEmpty()) {
            return Moved.OTHER_PAIR;
        }
        return same.stream().anyMatch(slot -> slot.takes(visit)) ? Moved.WEIGHED : Moved.NOT_ALLOWED;
    }
}
