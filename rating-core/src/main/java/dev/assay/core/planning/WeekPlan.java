package dev.assay.core.planning;

import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Builds a plan in two steps: each visit to a week, so that the weeks are evenly full and what matters most has its time; then, week by week, to a pair
 * and a day, so that pairs stay in one place. A week can be bettered by a solver before the next one begins; what finds no place goes on into the next.
 */
public final class WeekPlan {

    private static final int AFFINITY = 200;
    private static final int FULL = 1000;

    private final List<Visit> visits;
    private final List<Slot> slots;
    private final Weights weights;
    private final Map<LocalDate, List<Slot>> weeks = new TreeMap<>();
    private final List<Integer> assigned;

    private WeekPlan(List<Visit> visits, List<Slot> slots, Weights weights) {
        this.visits = new ArrayList<>(visits);
        this.slots = slots;
        this.weights = weights;
        this.assigned = new ArrayList<>(Collections.nCopies(visits.size(), InspectionPlan.NONE));
        slots.forEach(slot -> weeks.computeIfAbsent(monday(slot.day()), _ -> new ArrayList<>())
                .add(slot));
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Betters a week. */
    @FunctionalInterface
    public interface Betterment {

        /**
         * Betters a week.
         *
         * @param week its visits and slots
         * @param assigned number of the slot of each of its visits, in their order, {@link InspectionPlan#NONE} for none
         * @return the same, better or as it was
         */
        List<Integer> better(Week week, List<Integer> assigned);
    }

    /**
     * A week.
     *
     * @param monday its first day
     * @param visits the visits that are to be made in it
     * @param slots its pairs and days
     * @param weights what soft constraints weigh
     */
    public record Week(LocalDate monday, List<Visit> visits, List<Slot> slots, Weights weights) {

        /** Copies the lists. */
        public Week {
            visits = List.copyOf(visits);
            slots = List.copyOf(slots);
        }
    }

    /**
     * Plans.
     *
     * @param visits the visits, by number; who has a day and a pair of the plan before keeps them where that is possible
     * @param slots the slots, by number and day
     * @param weights what soft constraints weigh
     * @param betterment betters each week
     * @return the plan; no hard constraint is broken, and what finds no slot is left out
     */
    public static InspectionPlan of(List<Visit> visits, List<Slot> slots, Weights weights, Betterment betterment) {
        WeekPlan plan = new WeekPlan(visits, slots, weights);
        Map<LocalDate, List<Visit>> byWeek = plan.toWeeks();
        List<Visit> over = new ArrayList<>();
        Map<List<String>, Pair> last = new HashMap<>();
        for (Map.Entry<LocalDate, List<Slot>> week : plan.weeks.entrySet()) {
            List<Visit> wanted = new ArrayList<>(over);
            wanted.addAll(byWeek.getOrDefault(week.getKey(), List.of()));
            wanted.replaceAll(visit -> {
                Pair before = last.get(visit.where());
                return before == null ? visit : visit.after(before);
            });
            // Of two visits at one place the second waits a week: the pair of the first is known then.
            Set<List<String>> there = new HashSet<>();
            List<Visit> twice = new ArrayList<>();
            List<Visit> once = new ArrayList<>();
            wanted.forEach(visit -> (there.add(visit.where()) ? once : twice).add(visit));
            Week one = new Week(week.getKey(), once, week.getValue(), weights);
            List<Integer> found = betterment.better(one, construct(one));
            over = twice;
            for (int i = 0; i < once.size(); i++) {
                plan.visits.set(once.get(i).no(), once.get(i));
                plan.assigned.set(once.get(i).no(), found.get(i));
                if (found.get(i) == InspectionPlan.NONE) {
                    over.add(once.get(i));
                } else {
                    last.put(once.get(i).where(), slots.get(found.get(i)).pair());
                }
            }
        }
        plan.fillUp();
        return new InspectionPlan(plan.visits, slots, plan.assigned);
    }

    /** What found no place in its week or after it may have one before: the second visit at premises that is due in the last week. */
    private void fillUp() {
        int[] load = new int[slots.size()];
        Map<List<String>, Set<Pair>> pairs = new HashMap<>();
        for (Visit visit : visits) {
            if (assigned.get(visit.no()) != InspectionPlan.NONE) {
                note(visit, assigned.get(visit.no()), load, pairs);
            }
        }
        visits.stream()
                .filter(visit -> assigned.get(visit.no()) == InspectionPlan.NONE)
                .sorted(Comparator.comparing((Visit one) -> one.floor() == null)
                        .thenComparing(Comparator.comparingLong(Visit::weight).reversed())
                        .thenComparingInt(Visit::no))
                .forEach(visit -> slots.stream()
                        .filter(slot -> load[slot.no()] < slot.capacity() && slot.takes(visit))
                        // Before or after it the same two must not come either.
                        .filter(slot ->
                                !pairs.getOrDefault(visit.where(), Set.of()).contains(slot.pair()))
                        .min(Comparator.comparingLong((Slot slot) -> away(visit, slot))
                                .thenComparingInt(Slot::no))
                        .ifPresent(slot -> {
                            assigned.set(visit.no(), slot.no());
                            note(visit, slot.no(), load, pairs);
                        }));
    }

    private void note(Visit visit, int slot, int[] load, Map<List<String>, Set<Pair>> pairs) {
        load[slot]++;
        pairs.computeIfAbsent(visit.where(), _ -> new HashSet<>())
                .add(slots.get(slot).pair());
    }

    /** Days late, and where none, days early. */
    private static long away(Visit visit, Slot slot) {
        long late = ChronoUnit.DAYS.between(visit.due(), slot.day());
        return late > 0 ? late * FULL : -late;
    }

    /** The room of a week, by whom it is for. */
    private record Room(String division, Set<String> sectors, Set<String> skills) {}

    private Map<LocalDate, List<Visit>> toWeeks() {
        Map<LocalDate, Map<Room, Integer>> rooms = new TreeMap<>();
        Map<LocalDate, Integer> whole = new HashMap<>();
        Map<LocalDate, Integer> used = new HashMap<>();
        Map<String, Integer> places = new HashMap<>();
        Map<LocalDate, Set<List<String>>> there = new HashMap<>();
        weeks.forEach((monday, its) -> its.forEach(slot -> {
            rooms.computeIfAbsent(monday, _ -> new HashMap<>())
                    .merge(new Room(slot.division(), slot.sectors(), slot.skills()), slot.capacity(), Integer::sum);
            whole.merge(monday, slot.capacity(), Integer::sum);
        }));
        Map<LocalDate, List<Visit>> byWeek = new HashMap<>();
        List<Visit> ordered = visits.stream()
                .sorted(Comparator.comparing((Visit one) -> one.floor() == null)
                        .thenComparing(Comparator.comparingLong(Visit::weight).reversed())
                        .thenComparing(visit -> visit.kept() == null)
                        .thenComparing(Visit::due)
                        .thenComparing(Visit::place)
                        .thenComparingInt(Visit::no))
                .toList();
        for (Visit visit : ordered) {
            LocalDate best = null;
            long least = Long.MAX_VALUE;
            for (Map.Entry<LocalDate, Map<Room, Integer>> week : rooms.entrySet()) {
                LocalDate monday = week.getKey();
                LocalDate friday = monday.plusDays(4);
                if (!friday.isBefore(visit.earliest())
                        && !there.getOrDefault(monday, Set.of()).contains(visit.where())
                        && hasRoom(week.getValue(), visit)) {
                    long late = Math.max(0, ChronoUnit.DAYS.between(visit.due(), friday));
                    boolean holds = visit.floor() != null && !visit.breaksFloor(friday);
                    boolean near = places.getOrDefault(visit.place() + monday, 0)
                                    % slots.getFirst().capacity()
                            != 0;
                    Kept old = visit.kept();
                    long cost = late * visit.weight() * weights.late() * FULL
                            + (visit.floor() == null || holds ? 0 : InspectionPlan.BROKEN_FLOOR * FULL)
                            + (long) FULL * used.getOrDefault(monday, 0) / whole.getOrDefault(monday, 1)
                            - (near ? AFFINITY : 0)
                            - (old != null && monday(old.day()).equals(monday) ? weights.moved() * FULL : 0);
                    if ((late * weights.late() < weights.unplanned() || holds) && cost < least) {
                        best = monday;
                        least = cost;
                    }
                }
            }
            if (best != null) {
                take(rooms.getOrDefault(best, Map.of()), visit);
                used.merge(best, 1, Integer::sum);
                places.merge(visit.place() + best, 1, Integer::sum);
                there.computeIfAbsent(best, _ -> new HashSet<>()).add(visit.where());
                byWeek.computeIfAbsent(best, _ -> new ArrayList<>()).add(visit);
            }
        }
        return byWeek;
    }

    private static boolean isFor(Room room, Visit visit) {
        return visit.division().startsWith(room.division())
                && (room.sectors().isEmpty() || room.sectors().contains(visit.sector()))
                && (visit.skill() == null || room.skills().contains(visit.skill()));
    }

    private static boolean hasRoom(Map<Room, Integer> rooms, Visit visit) {
        return rooms.entrySet().stream().anyMatch(room -> room.getValue() > 0 && isFor(room.getKey(), visit));
    }

    /** The narrowest room is used first: the others can take more. */
    private static void take(Map<Room, Integer> rooms, Visit visit) {
        rooms.entrySet().stream()
                .filter(room -> room.getValue() > 0 && isFor(room.getKey(), visit))
                .max(Comparator.comparingInt((Map.Entry<Room, Integer> room) ->
                                -room.getKey().skills().size())
                        .thenComparing(room -> !room.getKey().sectors().isEmpty())
                        .thenComparingInt(room -> room.getKey().division().length()))
                .ifPresent(room -> room.setValue(room.getValue() - 1));
    }

    /** What can stay where it was; then the visits of one place one after the other, each where it costs least. */
    private static List<Integer> construct(Week week) {
        List<Integer> found = new ArrayList<>(Collections.nCopies(week.visits().size(), InspectionPlan.NONE));
        Map<Integer, Set<String>> placesOf = new HashMap<>();
        Map<Integer, Integer> load = new HashMap<>();
        List<Integer> order = new ArrayList<>();
        Set<Integer> stays = new HashSet<>();
        for (int i = 0; i < week.visits().size(); i++) {
            order.add(i);
            Visit visit = week.visits().get(i);
            if (visit.kept() != null
                    && week.slots().stream().anyMatch(slot -> !visit.isMovedBy(slot) && slot.takes(visit))) {
                stays.add(i);
            }
        }
        order.sort(Comparator.comparing((Integer i) -> week.visits().get(i).floor() == null)
                .thenComparing(i -> !stays.contains(i))
                .thenComparing(i -> week.visits().get(i).division())
                .thenComparing(i -> week.visits().get(i).place())
                .thenComparing(i -> week.visits().get(i).due()));
        for (int i : order) {
            Visit visit = week.visits().get(i);
            long least = Long.MAX_VALUE;
            for (Slot slot : week.slots()) {
                int there = load.getOrDefault(slot.no(), 0);
                if (there < slot.capacity() && slot.takes(visit)) {
                    Set<String> places = placesOf.getOrDefault(slot.no(), Set.of());
                    long cost = Math.max(0, ChronoUnit.DAYS.between(visit.due(), slot.day()))
                                    * visit.weight()
                                    * week.weights().late()
                            + (visit.breaksFloor(slot.day()) ? InspectionPlan.BROKEN_FLOOR : 0)
                            + (places.isEmpty() || places.contains(visit.place())
                                    ? 0
                                    : week.weights().place())
                            + (visit.isMovedBy(slot) ? week.weights().moved() : 0);
                    // Of equals the fuller: empty pairs' days are kept for other places. Who has a skill is kept for
                    // those that ask for it.
                    long ranked = cost * FULL
                            - there
                            - (places.contains(visit.place()) ? FULL / 2 : 0)
                            + (visit.skill() == null ? slot.skills().size() : 0);
                    if (ranked < least) {
                        least = ranked;
                        found.set(i, slot.no());
                    }
                }
            }
            int chosen = found.get(i);
            if (chosen != InspectionPlan.NONE) {
                load.merge(chosen, 1, Integer::sum);
                placesOf.computeIfAbsent(chosen, _ -> new HashSet<>()).add(visit.place());
            }
        }
        return found;
    }
}
