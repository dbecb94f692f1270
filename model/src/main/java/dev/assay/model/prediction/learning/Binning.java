package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.trained.FeatureReading;
import dev.assay.model.prediction.trained.FeatureReading.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cuts the features' values into parts, without looking at what was found. */
final class Binning {

    private Binning() {}

    static List<FeatureReading> of(List<Feature> features, List<Observation> rows, int bins, double leastShare) {
        return IntStream.range(0, features.size())
                .mapToObj(i -> reading(features.get(i), i, rows, bins, leastShare))
                .toList();
    }

    private static FeatureReading reading(Feature feature, int i, List<Observation> rows, int bins, double leastShare) {
        long least = (long) Math.ceil(leastShare * rows.size());
        boolean number = feature.type() == Feature.Type.NUMBER;
        List<Double> edges = number
                ? edges(
                        rows.stream()
                                .mapToDouble(row -> row.values().numbers()[i])
                                .filter(value -> !Double.isNaN(value))
                                .toArray(),
                        bins,
                        least)
                : List.of();
        List<String> levels = number ? List.of() : levels(rows, i, Math.max(1, least));
        int size = edges.size() + levels.size() + 2;
        FeatureReading empty = new FeatureReading(
                feature,
                edges,
                levels,
                IntStream.range(0, size).mapToObj(part -> new Part(0, 0)).toList());
        int[] parts = parts(empty, i, rows);
        long[] counts = new long[size];
        long[] found = new long[size];
        for (int row = 0; row < parts.length; row++) {
            counts[parts[row]]++;
            found[parts[row]] += rows.get(row).found() ? 1 : 0;
        }
        return new FeatureReading(
                feature,
                edges,
                levels,
                IntStream.range(0, size)
                        .mapToObj(part -> new Part(counts[part], found[part]))
                        .toList());
    }

    /** The part of each row. */
    static int[] parts(FeatureReading reading, int i, List<Observation> rows) {
        FeatureReading.Finder finder = new FeatureReading.Finder(reading);
        return rows.stream()
                .mapToInt(row ->
                        finder.part(row.values().numbers()[i], row.values().texts()[i]))
                .toArray();
    }

    private static List<String> levels(List<Observation> rows, int i, long least) {
        Map<String, Long> counts = rows.stream()
                .map(row -> row.values().texts()[i])
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(text -> text, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The upper ends of parts of like size: a part is closed when it has its share of what is left, so that one frequent value
     * does not eat the parts of the rest. A part with fewer rows than the least joins its smaller neighbour.
     */
    static List<Double> edges(double[] values, int bins, long least) {
        double[] sorted =
                Arrays.stream(values).map(value -> value + 0.0).sorted().toArray();
        List<Double> ends = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < sorted.length; i++) {
            boolean endOfValue = i + 1 == sorted.length || sorted[i + 1] > sorted[i];
            int partsLeft = Math.max(1, bins - ends.size());
            if (endOfValue && (long) (i + 1 - begin) * partsLeft >= sorted.length - begin) {
                ends.add(sorted[i]);
                sizes.add((long) (i + 1 - begin));
                begin = i + 1;
            }
        }
        join(ends, sizes, least);
        return ends.isEmpty() ? List.of() : List.copyOf(ends.subList(0, ends.size() - 1));
    }

    private static void join(List<Double> ends, List<Long> sizes, long least) {
        while (sizes.size() > 1) {
            int smallest = IntStream.range(0, sizes.size())
                    .reduce((a, b) -> sizes.get(b) < sizes.get(a) ? b : a)
                    .getAsInt();
            if (sizes.get(smallest) >= least) {
                return;
            }
            boolean down = smallest == sizes.size() - 1
                    || (smallest > 0 && sizes.get(smallest - 1) <= sizes.get(smallest + 1));
            int lower = down ? smallest - 1 : smallest;
            sizes.set(lower, sizes.get(lower) + sizes.get(lower + 1));
            sizes.remove(lower + 1);
            ends.remove(lower);
        }
    }
}
