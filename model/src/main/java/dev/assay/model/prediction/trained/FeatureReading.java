package dev.assay.model.prediction.trained;

import dev.assay.model.prediction.Feature;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a feature's values fall into parts, with the training rows of each part. A number has the parts "up to the first edge", …,
 * "above the last edge", "nothing to read"; a text its levels, "another text", "nothing to read".
 *
 * @param feature the feature
 * @param edges of a number the upper ends of all parts but the last, ascending, each belonging to the part below it; of a text empty
 * @param levels of a text the levels that were frequent enough, ascending; of a number empty
 * @param parts the training rows of each part, in the order above
 */
public record FeatureReading(Feature feature, List<Double> edges, List<String> levels, List<Part> parts) {

    /**
     * The training rows of a part.
     *
     * @param rows how many
     * @param found how many of them found what is foretold
     */
    public record Part(long rows, long found) {}

    /**
     * Checks that edges, levels and parts fit together.
     *
     * @throws IllegalArgumentException if they do not
     */
    public FeatureReading {
        edges = List.copyOf(edges);
        levels = List.copyOf(levels);
        parts = List.copyOf(parts);
        boolean number = feature.type() == Feature.Type.NUMBER;
        if (number ? !levels.isEmpty() : !edges.isEmpty()) {
            throw new IllegalArgumentException("The feature (%s) is a %s and has %s."
                    .formatted(feature.id(), feature.type(), number ? "levels" : "edges"));
        }
        List<Double> ends = edges;
        List<String> names = levels;
        if (IntStream.range(1, ends.size()).anyMatch(i -> ends.get(i - 1) >= ends.get(i))
                || IntStream.range(1, names.size())
                        .anyMatch(i -> names.get(i - 1).compareTo(names.get(i)) >= 0)) {
            throw new IllegalArgumentException("The edges or levels of (%s) do not ascend.".formatted(feature.id()));
        }
        if (parts.size() != edges.size() + levels.size() + 2) {
            throw new IllegalArgumentException("The feature (%s) has %d parts, not %d."
                    .formatted(feature.id(), parts.size(), edges.size() + levels.size() + 2));
        }
        if (parts.stream().anyMatch(part -> part.found() < 0 || part.found() > part.rows())) {
            throw new IllegalArgumentException(
                    "A part of (%s) found more than it has rows, or less than none.".formatted(feature.id()));
        }
    }

    /**
     * What a part is called, for people.
     *
     * @param part its place
     * @return such as {@code ≤ 3}, {@code > 3}, {@code Restaurant}; a star where all numbers are one part; empty for "another text", {@code –} for "nothing to read"
     */
    public String label(int part) {
        if (part == parts.size() - 1) {
            return "–";
        }
        if (feature.type() == Feature.Type.TEXT) {
            return part < levels.size() ? levels.get(part) : "";
        }
        if (edges.isEmpty()) {
            return "*";
        }
        return part < edges.size() ? "≤ " + written(edges.get(part)) : "> " + written(edges.getLast());
    }

    private static String written(double edge) {
        return BigDecimal.valueOf(edge).stripTrailingZeros().toPlainString();
    }

    /**
     * All training rows.
     *
     * @return how many
     */
    public long rows() {
        return parts.stream().mapToLong(Part::rows).sum();
    }

    /** Finds the part of a value. Made once, asked often. Immutable and thread-safe. */
    public static final class Finder {

        private final double[] edges;
        private final Map<String, Integer> levels = new HashMap<>();
        private final boolean number;

        /**
         * Makes ready to find.
         *
         * @param reading whose parts
         */
        public Finder(FeatureReading reading) {
            edges = reading.edges().stream().mapToDouble(Double::doubleValue).toArray();
            reading.levels().forEach(level -> levels.put(level, levels.size()));
            number = reading.feature().type() == Feature.Type.NUMBER;
        }

        /**
         * The part of a value.
         *
         * @param value the number; not looked at where the feature is a text
         * @param text the text; not looked at where the feature is a number
         * @return its place
         */
        public int part(double value, @Nullable String text) {
            if (number) {
                if (Double.isNaN(value)) {
                    return edges.length + 1;
                }
                // A handful of edges: looking along them is quicker than halving.
                int part = 0;
                while (part < edges.length && value > edges[part]) {
                    part++;
                }
                return part;
            }
            if (text == null) {
                return levels.size() + 1;
            }
            Integer level = levels.get(text);
            return level == null ? levels.size() : level;
        }
    }
}
