package dev.assay.model.prediction.judging;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Probabilities of chance when many things are looked at: S. Holm, "A simple sequentially rejective multiple test procedure", 1979. */
final class ManyTests {

    /** Below this a corrected probability counts as beyond chance. */
    static final double LEVEL = 0.05;

    private ManyTests() {}

    /** The corrected probabilities; what is NaN was no test and stays so. */
    static double[] holm(double[] p) {
        List<Integer> order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .toList();
        double[] corrected = p.clone();
        double least = 0;
        for (int k = 0; k < order.size(); k++) {
            int i = order.get(k);
            least = Math.max(least, Math.min(1, (order.size() - k) * p[i]));
            corrected[i] = least;
        }
        return corrected;
    }
}
