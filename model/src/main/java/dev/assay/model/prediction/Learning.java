package dev.assay.model.prediction;

import java.util.List;

/**
 * How a prediction is learned.
 *
 * @param seed what every random choice follows
 * @param folds how many blocks at the end of the training time choose the learner and calibrate it, at least 2
 * @param foldDays how many days a block has, at least 7
 * @param learners which are tried; the one with the best area under the curve over the blocks is taken, the simpler one where they are
 *     within a standard error
 * @param calibration how scores become probabilities
 * @param inspectorPenalty how strongly effects of inspectors are drawn to nought in training: 0 holds them wholly constant, a great number
 *     does not look at them
 */
public record Learning(
        long seed, int folds, int foldDays, List<Learner> learners, Calibration calibration, double inspectorPenalty) {

    /** Copies the list. */
    public Learning {
        learners = List.copyOf(learners);
    }

    /** How scores become probabilities. */
    public enum Calibration {
        /** A monotone curve: pooling of adjacent violators (M. Ayer et al. 1955), with straight lines between. */
        ISOTONIC,
        /** A logistic curve (J. Platt 1999). */
        PLATT
    }

    /** A way to learn. */
    public sealed interface Learner {

        /**
         * Logistic regression on weights of evidence of binned features: a card of points that a person can read.
         *
         * @param bins into how many bins of like size a number is first cut, at least 2
         * @param leastShare the least share of the rows that a bin or level may have, 0 to 1
         * @param ridge the penalty on squared coefficients, for each row
         */
        record Scorecard(int bins, double leastShare, double ridge) implements Learner {}

        /**
         * Gradient boosted trees.
         *
         * @param trees how many
         * @param depth how deep at most
         * @param leaves the least rows in a leaf
         * @param shrinkage the learning rate, 0 to 1
         * @param subsample the share of rows of each tree, 0 to 1
         */
        record BoostedTrees(int trees, int depth, int leaves, double shrinkage, double subsample) implements Learner {}

        /**
         * A random forest.
         *
         * @param trees how many
         * @param depth how deep at most
         * @param leaves the least rows in a leaf
         */
        record RandomForest(int trees, int depth, int leaves) implements Learner {}
    }
}
