package dev.assay.model.prediction.trained;

import java.util.List;

/** How a trained prediction comes to its log-odds. */
public sealed interface ScoringForm {

    /**
     * A sum of one weight for each feature.
     *
     * @param intercept what is there before any feature, with the average effect of the inspectors in it
     * @param coefficients of each feature the factor of its weights
     * @param weights of each feature the weight of evidence of each of its parts: the logarithm of how much more often the part is met
     *     among the rows that found than among the others
     */
    record Scorecard(double intercept, List<Double> coefficients, List<List<Double>> weights) implements ScoringForm {
        /** Copies the lists. */
        public Scorecard {
            coefficients = List.copyOf(coefficients);
            weights = weights.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Trees that are added up.
     *
     * @param kind what the sum is
     * @param base what is there before any tree
     * @param columns what the trees read, one for each feature
     * @param trees the trees; their leaves hold what they add
     */
    record Trees(Kind kind, double base, List<Column> columns, List<Tree> trees) implements ScoringForm {
        /** Copies the lists. */
        public Trees {
            columns = List.copyOf(columns);
            trees = List.copyOf(trees);
        }
    }

    /** What the sum of trees is. */
    enum Kind {
        /** Log-odds: trees that were boosted. */
        LOG_ODDS,
        /** A probability: a forest, whose leaves are divided by the number of trees. */
        PROBABILITY
    }

    /**
     * What trees read of a feature: a number as it is, a text by the number of its level.
     *
     * @param missing what stands for nothing to read
     * @param levels of a text the numbers of its levels and, last, of another text; of a number empty
     */
    record Column(double missing, List<Double> levels) {
        /** Copies the list. */
        public Column {
            levels = List.copyOf(levels);
        }
    }
}
