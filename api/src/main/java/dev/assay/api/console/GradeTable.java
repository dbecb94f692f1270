package dev.assay.api.console;

import dev.assay.store.rating.GradeCount;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Counts of grades and states, a line for each division or sector. The chart beside it is drawn from the same cells.
 *
 * @param standings the grades and states that occur, best first
 * @param lines the lines, longest first
 * @param totals the sum of the lines
 */
public record GradeTable(List<String> standings, List<Line> lines, Line totals) {

    /** Copies the lists. */
    public GradeTable {
        standings = List.copyOf(standings);
        lines = List.copyOf(lines);
    }

    /**
     * A line.
     *
     * @param key code of the division or sector; empty where not known
     * @param counts by grade or state; one without subjects is absent
     * @param total the sum
     */
    public record Line(String key, Map<String, Long> counts, long total) {

        /** Copies the map. */
        public Line {
            counts = Map.copyOf(counts);
        }

        /**
         * The count of a grade or a state.
         *
         * @param standing the grade or the state's name
         * @return how many subjects, 0 if there are none
         */
        public long count(String standing) {
            return counts.getOrDefault(standing, 0L);
        }

        static Line of(String key, List<GradeCount> counts) {
            return new Line(
                    key,
                    counts.stream()
                            .collect(Collectors.groupingBy(
                                    GradeCount::standing, Collectors.summingLong(GradeCount::count))),
                    counts.stream().mapToLong(GradeCount::count).sum());
        }
    }

    /**
     * Sums counts into lines.
     *
     * @param counts the counts
     * @param key what makes a line: the division or the sector
     * @return the table
     */
    public static GradeTable of(List<GradeCount> counts, Function<GradeCount, String> key) {
        Map<String, List<GradeCount>> byKey =
                counts.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
        return new GradeTable(
                counts.stream()
                        .map(GradeCount::standing)
                        .distinct()
                        .sorted(Standings.BEST_FIRST)
                        .toList(),
                byKey.entrySet().stream()
                        .map(entry -> Line.of(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(Line::total).reversed().thenComparing(Line::key))
                        .toList(),
                Line.of("", counts));
    }
}
