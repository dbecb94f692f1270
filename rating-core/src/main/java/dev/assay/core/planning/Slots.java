package dev.assay.core.planning;

import dev.assay.core.inspector.Inspector;
import dev.assay.core.planning.Visit.Kept;
import dev.assay.core.planning.Visit.Pair;
import dev.assay.core.time.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who goes with whom on which day. Partners change every week in the order of a round-robin tournament, so that everyone has been with everyone
 * before a pair comes again; whose partner is away goes with another whose partner is away.
 */
public final class Slots {

    private Slots() {}

    /**
     * What stands of a plan before.
     *
     * @param pairs who goes with whom, by day: they stay together where both still can
     * @param taken visits of a pair's day that stand whatever is planned
     */
    public record Before(Map<LocalDate, Set<Pair>> pairs, Map<Kept, Integer> taken) {

        /** Nothing. */
        public static final Before NOTHING = new Before(Map.of(), Map.of());

        /** Copies the maps. */
        public Before {
            pairs = Map.copyOf(pairs);
            taken = Map.copyOf(taken);
        }
    }

    /**
     * The pairs of all working days of a span.
     *
     * @param inspectors who there is
     * @param from the first day
     * @param to the last
     * @param calendar which days are working days
     * @param capacity visits of a pair in a day
     * @param before what stands of a plan before
     * @return them, by day; without those pairs' days that are full already
     */
    public static List<Slot> of(
            List<Inspector> inspectors,
            LocalDate from,
            LocalDate to,
            WorkingDays calendar,
            int capacity,
            Before before) {
        List<Inspector> ordered = inspectors.stream()
                .sorted(Comparator.comparing(Inspector::division)
                        .thenComparing(one ->
                                String.join(",", one.sectors().stream().sorted().toList()))
                        .thenComparing(Inspector::number))
                .toList();
        List<Slot> slots = new ArrayList<>();
        LocalDate epoch = LocalDate.EPOCH.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            if (calendar.contains(day)) {
                long week = Math.floorDiv(ChronoUnit.DAYS.between(epoch, day), 7L);
                for (Inspector[] pair : pairs(ordered, week, day, before.pairs().getOrDefault(day, Set.of()))) {
                    Kept one = new Kept(day, new Pair(pair[0].number(), pair[1].number()));
                    int room = capacity - before.taken().getOrDefault(one, 0);
                    if (room > 0) {
                        slots.add(slot(slots.size(), day, pair, room));
                    }
                }
            }
        }
        return slots;
    }

    private static Slot slot(int no, LocalDate day, Inspector[] pair, int capacity) {
        String one = pair[0].division();
        String other = pair[1].division();
        Set<String> sectors = new HashSet<>(pair[0].sectors().isEmpty() ? pair[1].sectors() : pair[0].sectors());
        if (!pair[1].sectors().isEmpty()) {
            sectors.retainAll(pair[1].sectors());
        }
        Set<String> skills = new HashSet<>(pair[0].skills());
        skills.addAll(pair[1].skills());
        return new Slot(
                no,
                day,
                new Pair(pair[0].number(), pair[1].number()),
                one.length() > other.length() ? one : other,
                sectors,
                skills,
                capacity);
    }

    private static List<Inspector[]> pairs(List<Inspector> everyone, long week, LocalDate day, Set<Pair> before) {
        List<Inspector[]> pairs = together(everyone, day, before);
        Set<String> gone = new HashSet<>();
        pairs.forEach(pair -> gone.addAll(List.of(pair[0].number(), pair[1].number())));
        List<Inspector> all =
                everyone.stream().filter(one -> !gone.contains(one.number())).toList();
        List<Inspector> alone = new ArrayList<>();
        for (int from = 0; from < all.size(); ) {
            int to = from;
            while (to < all.size() && alike(all.get(from), all.get(to))) {
                to++;
            }
            round(all.subList(from, to), week, day, pairs, alone);
            from = to;
        }
        while (!alone.isEmpty()) {
            Inspector one = alone.removeFirst();
            alone.stream().filter(other -> canGo(one, other)).findFirst().ifPresent(other -> {
                alone.remove(other);
                pairs.add(new Inspector[] {one, other});
            });
        }
        return pairs;
    }

    /** The pairs of the plan before that can still go. */
    private static List<Inspector[]> together(List<Inspector> all, LocalDate day, Set<Pair> before) {
        Map<String, Inspector> there = new HashMap<>();
        all.stream().filter(one -> !one.isAway(day)).forEach(one -> there.put(one.number(), one));
        List<Inspector[]> pairs = new ArrayList<>();
        before.stream().sorted(Comparator.comparing(Pair::toString)).forEach(pair -> {
            Inspector one = there.get(pair.first());
            Inspector other = there.get(pair.second());
            if (one != null && other != null && canGo(one, other)) {
                pairs.add(new Inspector[] {one, other});
                there.remove(pair.first());
                there.remove(pair.second());
            }
        });
        return pairs;
    }

    private static boolean alike(Inspector one, Inspector other) {
        return one.division().equals(other.division()) && one.sectors().equals(other.sectors());
    }

    /** A round of the tournament by the circle method: one stays, the others move on by a place each week. */
    private static void round(
            List<Inspector> group, long week, LocalDate day, List<Inspector[]> pairs, List<Inspector> alone) {
        int places = group.size() + group.size() % 2;
        for (int i = 0; i < places / 2; i++) {
            Inspector one = at(group, i, places, week);
            Inspector other = at(group, places - 1 - i, places, week);
            boolean oneGoes = one != null && !one.isAway(day);
            boolean otherGoes = other != null && !other.isAway(day);
            if (oneGoes && otherGoes) {
                pairs.add(new Inspector[] {one, other});
            } else if (oneGoes) {
                alone.add(one);
            } else if (otherGoes) {
                alone.add(other);
            }
        }
    }

    private static @Nullable Inspector at(List<Inspector> group, int place, int places, long week) {
        int index = place == 0 ? 0 : 1 + Math.floorMod(place - 1 + (int) Math.floorMod(week, places - 1L), places - 1);
        return index < group.size() ? group.get(index) : null;
    }

    private static boolean canGo(Inspector one, Inspector other) {
        boolean near =
                one.division().startsWith(other.division()) || other.division().startsWith(one.division());
        boolean trade = one.sectors().isEmpty()
                || other.sectors().isEmpty()
                || one.sectors().stream().anyMatch(other.sectors()::contains);
        return near && trade;
    }
}
