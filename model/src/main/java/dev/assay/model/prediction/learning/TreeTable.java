package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.trained.FeatureReading;
import dev.assay.model.prediction.trained.FeatureReading.Part;
import dev.assay.model.prediction.trained.ScoringForm.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Rows as trees read them: all numbers, and last the rank of the inspector where there is more than one.
 *
 * @param readings the features
 * @param columns how they become numbers
 * @param rows the rows
 * @param inspectorShares the share of rows of each rank of inspector; empty where there is one inspector or none
 */
@SuppressWarnings("ArrayRecordComponent") // lives for a moment
record TreeTable(List<FeatureReading> readings, List<Column> columns, double[][] rows, double[] inspectorShares) {

    /** Stands for rows without an inspector; no name is empty. */
    private static final String NOBODY = "";

    /** Rates of levels are drawn to the overall one as if by so many rows more. */
    private static final double PRIOR_ROWS = 10;

    int width() {
        return readings.size() + (inspectorShares.length == 0 ? 0 : 1);
    }

    static TreeTable of(List<Feature> features, List<Observation> observations, int bins, double leastShare) {
        List<FeatureReading> readings = Binning.of(features, observations, bins, leastShare);
        double rate = (double) observations.stream().filter(Observation::found).count() / observations.size();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < features.size(); i++) {
            columns.add(
                    features.get(i).type() == Feature.Type.NUMBER
                            ? new Column(below(observations, i), List.of())
                            : levels(readings.get(i), rate));
        }
        Map<String, Part> inspectors = new TreeMap<>();
        for (Observation row : observations) {
            inspectors.merge(
                    name(row),
                    new Part(1, row.found() ? 1 : 0),
                    (a, b) -> new Part(a.rows() + b.rows(), a.found() + b.found()));
        }
        boolean several = inspectors.size() > 1;
        List<String> names = List.copyOf(inspectors.keySet());
        double[] ranks = ranks(List.copyOf(inspectors.values()), rate);
        double[][] rows = new double[observations.size()][features.size() + (several ? 1 : 0)];
        for (int i = 0; i < features.size(); i++) {
            fill(rows, i, readings.get(i), columns.get(i), observations);
        }
        double[] shares = new double[several ? names.size() : 0];
        for (int row = 0; several && row < rows.length; row++) {
            double rank = ranks[names.indexOf(name(observations.get(row)))];
            rows[row][features.size()] = rank;
            shares[(int) rank]++;
        }
        return new TreeTable(
                readings,
                columns,
                rows,
                DoubleStream.of(shares)
                        .map(share -> share / observations.size())
                        .toArray());
    }

    private static String name(Observation row) {
        String inspector = row.inspector();
        return inspector == null ? NOBODY : inspector;
    }

    /** A number below all others, which stands for nothing to read. */
    private static double below(List<Observation> rows, int i) {
        double least = rows.stream()
                .mapToDouble(row -> row.values().numbers()[i])
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(0);
        return least - (1 + Math.abs(least));
    }

    private static Column levels(FeatureReading reading, double rate) {
        double[] ranks = ranks(reading.parts(), rate);
        int missing = ranks.length - 1;
        return new Column(
                ranks[missing],
                IntStream.range(0, missing).mapToObj(i -> ranks[i]).toList());
    }

    /** The rank of each part by its rate, from nought. */
    private static double[] ranks(List<Part> parts, double rate) {
        double[] rates = parts.stream()
                .mapToDouble(part -> (part.found() + PRIOR_ROWS * rate) / (part.rows() + PRIOR_ROWS))
                .toArray();
        List<Integer> order = IntStream.range(0, rates.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> rates[i]).thenComparingInt(i -> i))
                .toList();
        double[] ranks = new double[rates.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[order.get(i)] = i;
        }
        return ranks;
    }

    private static void fill(
            double[][] rows, int i, FeatureReading reading, Column column, List<Observation> observations) {
        int[] parts =
                reading.feature().type() == Feature.Type.TEXT ? Binning.parts(reading, i, observations) : new int[0];
        int missing = reading.parts().size() - 1;
        for (int row = 0; row < rows.length; row++) {
            double number = observations.get(row).values().numbers()[i];
            if (parts.length > 0) {
                rows[row][i] = parts[row] == missing
                        ? column.missing()
                        : column.levels().get(parts[row]);
            } else {
                rows[row][i] = Double.isNaN(number) ? column.missing() : number;
            }
        }
    }
}
