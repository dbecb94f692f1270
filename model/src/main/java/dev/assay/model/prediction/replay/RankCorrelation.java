package dev.assay.model.prediction.replay;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Spearman's rank correlation of two columns, ties at their mean rank (C. Spearman 1904; M. G. Kendall 1945), of rows that may count several times. */
final class RankCorrelation {

    private final int[] byFirst;
    private final int[] bySecond;
    private final double[] first;
    private final double[] second;

    RankCorrelation(double[] first, double[] second) {
        this.first = first;
        this.second = second;
        this.byFirst = order(first);
        this.bySecond = order(second);
    }

    private static int[] order(double[] of) {
        return IntStream.range(0, of.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> of[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The correlation, −1 to 1; NaN where one of the two columns is all alike. */
    double of(int[] times) {
        double[] x = ranks(first, byFirst, times);
        double[] y = ranks(second, bySecond, times);
        double rows = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < times.length; i++) {
            rows += times[i];
            meanX += times[i] * x[i];
            meanY += times[i] * y[i];
        }
        meanX /= rows;
        meanY /= rows;
        double both = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (int i = 0; i < times.length; i++) {
            both += times[i] * (x[i] - meanX) * (y[i] - meanY);
            squaresX += times[i] * (x[i] - meanX) * (x[i] - meanX);
            squaresY += times[i] * (y[i] - meanY) * (y[i] - meanY);
        }
        double scale = Math.sqrt(squaresX * squaresY);
        return scale > 0 ? both / scale : Double.NaN;
    }

    private static double[] ranks(double[] of, int[] order, int[] times) {
        double[] ranks = new double[of.length];
        double before = 0;
        for (int place = 0; place < order.length; ) {
            int end = place;
            double tied = 0;
            while (end < order.length && of[order[end]] == of[order[place]]) {
                tied += times[order[end++]];
            }
            for (int k = place; k < end; k++) {
                ranks[order[k]] = before + (tied + 1) / 2;
            }
            before += tied;
            place = end;
        }
        return ranks;
    }
}
