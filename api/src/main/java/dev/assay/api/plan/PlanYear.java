package dev.assay.api.plan;

import dev.assay.core.planning.Visit.Pair;
import dev.assay.store.plan.PlanCounts.PairDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of a plan: months, and the weeks of one of them pair by pair.
 *
 * @param months the months in which something is planned
 * @param weeks the weeks of the month that is looked at
 * @param pairs the pairs of that month, with a count for each of its weeks
 * @param untilToday what was planned until today
 */
public record PlanYear(List<Part> months, List<Part> weeks, List<OfPair> pairs, Part untilToday) {

    /** Copies the lists. */
    public PlanYear {
        months = List.copyOf(months);
        weeks = List.copyOf(weeks);
        pairs = List.copyOf(pairs);
    }

    /**
     * A part of the year.
     *
     * @param name such as 2026-03 or 2026-W10
     * @param from its first day
     * @param to its last day
     * @param planned visits that are planned
     * @param handedOut how many of them are handed out, made or not
     * @param made how many of them were made
     */
    public record Part(String name, LocalDate from, LocalDate to, int planned, int handedOut, int made) {

        /**
         * What is left.
         *
         * @return visits that are neither handed out nor made
         */
        public int free() {
            return planned - handedOut;
        }
    }

    /**
     * A pair.
     *
     * @param pair the two
     * @param counts visits in each week of the month, in the order of the weeks
     */
    public record OfPair(Pair pair, List<Integer> counts) {

        /** Copies the list. */
        public OfPair {
            counts = List.copyOf(counts);
        }
    }

    /**
     * The calendar.
     *
     * @param days the pairs' days of the plan
     * @param wanted the month that is looked at, such as 2026-03; null for that of today, or the first in which something is planned
     * @param today today
     * @return the calendar
     */
    public static PlanYear of(List<PairDay> days, @Nullable YearMonth wanted, LocalDate today) {
        Map<YearMonth, List<PairDay>> byMonth = new TreeMap<>();
        days.forEach(day -> byMonth.computeIfAbsent(YearMonth.from(day.day()), _ -> new ArrayList<>())
                .add(day));
        List<Part> months = byMonth.entrySet().stream()
                .map(one -> part(
                        one.getKey().toString(),
                        one.getKey().atDay(1),
                        one.getKey().atEndOfMonth(),
                        one.getValue()))
                .toList();
        YearMonth month = wanted != null
                ? wanted
                : byMonth.containsKey(YearMonth.from(today)) || byMonth.isEmpty()
                        ? YearMonth.from(today)
                        : byMonth.keySet().iterator().next();
        List<PairDay> theirs = byMonth.getOrDefault(month, List.of());
        Map<LocalDate, List<PairDay>> byWeek = new TreeMap<>();
        theirs.forEach(day -> byWeek.computeIfAbsent(monday(day.day()), _ -> new ArrayList<>())
                .add(day));
        List<LocalDate> mondays = List.copyOf(byWeek.keySet());
        List<Part> weeks = byWeek.entrySet().stream()
                .map(one -> part(
                        DateTimeFormatter.ISO_WEEK_DATE.format(one.getKey()).substring(0, "2026-W01".length()),
                        later(one.getKey(), month.atDay(1)),
                        earlier(one.getKey().plusDays(6), month.atEndOfMonth()),
                        one.getValue()))
                .toList();
        List<PairDay> past =
                days.stream().filter(day -> !day.day().isAfter(today)).toList();
        LocalDate first = days.isEmpty() ? today : days.getFirst().day();
        return new PlanYear(months, weeks, pairs(theirs, mondays), part("", first, today, past));
    }

    private static List<OfPair> pairs(List<PairDay> days, List<LocalDate> mondays) {
        Map<Pair, Map<LocalDate, Integer>> byPair = new HashMap<>();
        days.forEach(day -> byPair.computeIfAbsent(day.pair(), _ -> new HashMap<>())
                .merge(monday(day.day()), day.planned(), Integer::sum));
        return byPair.entrySet().stream()
                .sorted(Comparator.comparing(one -> one.getKey().toString()))
                .map(one -> new OfPair(
                        one.getKey(),
                        mondays.stream()
                                .map(monday -> one.getValue().getOrDefault(monday, 0))
                                .toList()))
                .toList();
    }

    private static Part part(String name, LocalDate from, LocalDate to, List<PairDay> days) {
        return new Part(
                name,
                from,
                to,
                days.stream().mapToInt(PairDay::planned).sum(),
                days.stream().mapToInt(PairDay::handedOut).sum(),
                days.stream().mapToInt(PairDay::made).sum());
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
