package dev.assay.model.prediction.trained;

import java.util.List;
import java.util.stream.IntStream;

/** How log-odds become a probability. */
public sealed interface CalibrationCurve {

    /**
     * The probability at some log-odds.
     *
     * @param logOdds the log-odds
     * @return 0 to 1, never falling where the log-odds rise
     */
    double probability(double logOdds);

    /**
     * A monotone curve of straight lines between points. Outside of them it goes on nearly level, a tenth as steep as the log-odds
     * themselves: level, it would give the riskiest all the same probability, and their order would be lost.
     *
     * @param logOdds the points' log-odds, ascending, at least one
     * @param probabilities their probabilities, none less than the one before
     */
    record Isotonic(List<Double> logOdds, List<Double> probabilities) implements CalibrationCurve {

        private static final double TAIL = 0.1;

        /**
         * Checks the points.
         *
         * @throws IllegalArgumentException if they are none, do not ascend, or are no probabilities
         */
        public Isotonic {
            logOdds = List.copyOf(logOdds);
            probabilities = List.copyOf(probabilities);
            List<Double> x = logOdds;
            List<Double> y = probabilities;
            if (x.isEmpty() || x.size() != y.size()) {
                throw new IllegalArgumentException(
                        "The calibration has no points, or not as many probabilities as log-odds.");
            }
            if (IntStream.range(1, x.size()).anyMatch(i -> x.get(i - 1) >= x.get(i) || y.get(i - 1) > y.get(i))) {
                throw new IllegalArgumentException("The calibration's points do not ascend.");
            }
            if (y.getFirst() < 0 || y.getLast() > 1) {
                throw new IllegalArgumentException("The calibration's probabilities are not from 0 to 1.");
            }
        }

        @Override
        public double probability(double value) {
            int low = 0;
            int high = logOdds.size() - 1;
            if (value <= logOdds.get(low)) {
                return beyond(probabilities.get(low), value - logOdds.get(low));
            }
            if (value >= logOdds.get(high)) {
                return beyond(probabilities.get(high), value - logOdds.get(high));
            }
            while (high - low > 1) {
                int middle = (low + high) >>> 1;
                if (logOdds.get(middle) <= value) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            double share = (value - logOdds.get(low)) / (logOdds.get(high) - logOdds.get(low));
            return probabilities.get(low) + share * (probabilities.get(high) - probabilities.get(low));
        }

        private static double beyond(double end, double distance) {
            boolean certain = end <= LogOdds.EDGE || end >= 1 - LogOdds.EDGE;
            return certain ? end : LogOdds.probability(LogOdds.of(end) + TAIL * distance);
        }
    }

    /**
     * A logistic curve.
     *
     * @param slope the factor of the log-odds, not less than nought
     * @param intercept what is added
     */
    record Platt(double slope, double intercept) implements CalibrationCurve {

        /**
         * Checks the slope.
         *
         * @throws IllegalArgumentException if it is less than nought
         */
        public Platt {
            if (!(slope >= 0) || !Double.isFinite(slope + intercept)) {
                throw new IllegalArgumentException(
                        "The calibration's slope (%s) is less than nought.".formatted(slope));
            }
        }

        @Override
        public double probability(double value) {
            return LogOdds.probability(slope * value + intercept);
        }
    }
}
