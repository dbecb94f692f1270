package dev.assay.model.prediction.judging;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.FeatureValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How features and predictions were spread in training. Is stored with a trained prediction, so that later days can be held against it.
 *
 * @param features each feature, in the order of the definition
 * @param score the predictions
 */
public record Reference(List<Spread> features, Spread score) {

    private static final int BINS = 10;
    private static final int MOST_LEVELS = 20;

    /** Copies the list. */
    public Reference {
        features = List.copyOf(features);
    }

    /**
     * How often each bin occurs. A number falls into the bin after the last cut that it reaches; then there is one bin for what is missing.
     * A text falls into the bin of its level, then there is one for all other texts, then one for what is missing.
     *
     * @param id the feature
     * @param cuts the cuts between numbers, ascending; empty for texts
     * @param levels the texts that have a bin of their own; empty for numbers
     * @param counts how many rows each bin has
     */
    public record Spread(String id, List<Double> cuts, List<String> levels, List<Long> counts) {

        /**
         * Copies the lists.
         *
         * @throws IllegalArgumentException if the number of counts does not fit the bins
         */
        public Spread {
            cuts = List.copyOf(cuts);
            levels = List.copyOf(levels);
            counts = List.copyOf(counts);
            if (counts.size() != bins(cuts, levels)) {
                throw new IllegalArgumentException(
                        "The spread of %s has %d counts for %d bins.%nMaybe the file was cut off."
                                .formatted(id, counts.size(), bins(cuts, levels)));
            }
        }

        private static int bins(List<Double> cuts, List<String> levels) {
            return (levels.isEmpty() ? cuts.size() : levels.size()) + 2;
        }

        /**
         * How many rows there were.
         *
         * @return the rows
         */
        public long rows() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }

        /**
         * The share of rows without a value.
         *
         * @return the share, 0 to 1; NaN without rows
         */
        public double missing() {
            return (double) counts.getLast() / rows();
        }

        Spread recounted(double[] numbers) {
            long[] counted = new long[counts.size()];
            for (double number : numbers) {
                counted[bin(number)]++;
            }
            return new Spread(id, cuts, levels, Arrays.stream(counted).boxed().toList());
        }

        Spread recounted(@Nullable String[] texts) {
            long[] counted = new long[counts.size()];
            for (String text : texts) {
                counted[bin(text)]++;
            }
            return new Spread(id, cuts, levels, Arrays.stream(counted).boxed().toList());
        }

        private int bin(double number) {
            if (Double.isNaN(number)) {
                return counts.size() - 1;
            }
            int bin = 0;
            while (bin < cuts.size() && number >= cuts.get(bin)) {
                bin++;
            }
            return bin;
        }

        private int bin(@Nullable String text) {
            if (text == null) {
                return counts.size() - 1;
            }
            int level = levels.indexOf(text);
            return level < 0 ? levels.size() : level;
        }
    }

    /**
     * Counts the rows of a training.
     *
     * @param features the features
     * @param rows their values, row by row
     * @param probabilities the predictions of the same rows
     * @return how they are spread
     */
    public static Reference of(List<Feature> features, List<FeatureValues> rows, double[] probabilities) {
        List<Spread> spreads = new ArrayList<>();
        for (int k = 0; k < features.size(); k++) {
            String id = features.get(k).id();
            spreads.add(
                    features.get(k).type() == Feature.Type.NUMBER
                            ? spread(id, numbers(rows, k))
                            : spread(id, texts(rows, k)));
        }
        return new Reference(spreads, spread("", probabilities));
    }

    /**
     * Counts other rows in the same bins.
     *
     * @param rows the values of the same features
     * @param probabilities the predictions of the same rows
     * @return how they are spread
     */
    public Reference recounted(List<FeatureValues> rows, double[] probabilities) {
        List<Spread> spreads = new ArrayList<>();
        for (int k = 0; k < features.size(); k++) {
            Spread spread = features.get(k);
            spreads.add(
                    spread.levels().isEmpty() ? spread.recounted(numbers(rows, k)) : spread.recounted(texts(rows, k)));
        }
        return new Reference(spreads, score.recounted(probabilities));
    }

    private static double[] numbers(List<FeatureValues> rows, int feature) {
        return rows.stream().mapToDouble(row -> row.numbers()[feature]).toArray();
    }

    private static @Nullable String[] texts(List<FeatureValues> rows, int feature) {
        @Nullable String[] texts = new String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = rows.get(i).texts()[feature];
        }
        return texts;
    }

    /** Cut at the tenths, each cut once. */
    private static Spread spread(String id, double[] numbers) {
        double[] sorted = Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .sorted()
                .toArray();
        List<Double> cuts = new ArrayList<>();
        for (int k = 1; k < BINS && sorted.length > 0; k++) {
            double cut = sorted[(int) ((long) k * sorted.length / BINS)];
            if (cut > sorted[0] && (cuts.isEmpty() || cut > cuts.getLast())) {
                cuts.add(cut);
            }
        }
        if (cuts.isEmpty() && sorted.length > 0 && sorted[sorted.length - 1] > sorted[0]) {
            cuts.add(
                    Arrays.stream(sorted).filter(x -> x > sorted[0]).findFirst().orElseThrow());
        }
        return new Spread(id, cuts, List.of(), zeros(cuts.size() + 2)).recounted(numbers);
    }

    private static Spread spread(String id, @Nullable String[] texts) {
        Map<String, Long> counts = new HashMap<>();
        Arrays.stream(texts).filter(Objects::nonNull).forEach(text -> counts.merge(text, 1L, Long::sum));
        List<String> levels = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LEVELS)
                .map(Map.Entry::getKey)
                .toList();
        // A feature of texts that had none keeps a level that nothing has, so that it is still known for one of texts.
        List<String> kept = levels.isEmpty() ? List.of("") : levels;
        return new Spread(id, List.of(), kept, zeros(kept.size() + 2)).recounted(texts);
    }

    private static List<Long> zeros(int bins) {
        return Collections.nCopies(bins, 0L);
    }
}
