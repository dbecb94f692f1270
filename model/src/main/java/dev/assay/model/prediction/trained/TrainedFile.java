package dev.assay.model.prediction.trained;

import dev.assay.model.prediction.Learning;
import java.time.LocalDate;
import java.util.List;

/**
 * All that was learned, as the file holds it.
 *
 * @param id which prediction
 * @param trainedUntil the last day whose inspections it may have seen
 * @param learning how it was learned, with all learners that were tried
 * @param rows the training rows
 * @param features what it reads, in the order of the definition
 * @param form how it comes to log-odds
 * @param calibration how log-odds become a probability
 * @param folds the blocks of time by which the learner was chosen
 * @param tried how each learner of {@code learning} did, in the same order
 * @param chosen which of them was taken
 * @param scores the scores of the rows outside of their fold's training, in ten parts of like size, for the watch on drift
 * @param inspectors the inspectors' effects, for the report on them alone
 */
public record TrainedFile(
        String id,
        LocalDate trainedUntil,
        Learning learning,
        Rows rows,
        List<FeatureReading> features,
        ScoringForm form,
        CalibrationCurve calibration,
        List<Fold> folds,
        List<Tried> tried,
        int chosen,
        ScoreParts scores,
        List<InspectorEffect> inspectors) {

    /**
     * Copies the lists and checks that they fit together.
     *
     * @throws IllegalArgumentException if they do not
     */
    public TrainedFile {
        features = List.copyOf(features);
        folds = List.copyOf(folds);
        tried = List.copyOf(tried);
        inspectors = List.copyOf(inspectors);
        int learners = learning.learners().size();
        if (tried.size() != learners || chosen < 0 || chosen >= learners) {
            throw new IllegalArgumentException("Of %d learners %d were tried and the one at %d was taken."
                    .formatted(learners, tried.size(), chosen));
        }
        int blocks = folds.size();
        if (tried.stream().anyMatch(one -> one.areas().size() != blocks)) {
            throw new IllegalArgumentException("A learner was not tried on each of the %d folds.".formatted(blocks));
        }
        if (features.stream().map(reading -> reading.feature().id()).distinct().count() != features.size()) {
            throw new IllegalArgumentException("Two features have the same id.");
        }
    }

    /**
     * The training rows.
     *
     * @param count how many
     * @param found how many found what is foretold
     * @param businesses of how many businesses
     * @param from the first day
     * @param to the last day
     * @param digest SHA-256 over all of them, in the order of day and key
     */
    public record Rows(long count, long found, long businesses, LocalDate from, LocalDate to, String digest) {}

    /**
     * A block of time that was foretold from all before it.
     *
     * @param from its first day
     * @param to its last day
     * @param trainedOn how many rows came before it
     * @param rows how many rows it has
     * @param found how many of them found what is foretold
     */
    public record Fold(LocalDate from, LocalDate to, long trainedOn, long rows, long found) {}

    /**
     * How a learner did.
     *
     * @param areas the area under the curve on each fold
     * @param mean their mean
     * @param standardError the mean's standard error
     */
    public record Tried(List<Double> areas, double mean, double standardError) {
        /** Copies the list. */
        public Tried {
            areas = List.copyOf(areas);
        }
    }

    /**
     * How scores lay.
     *
     * @param edges the log-odds between the parts, ascending
     * @param counts how many rows each part has, one more than edges
     */
    public record ScoreParts(List<Double> edges, List<Long> counts) {
        /**
         * Copies the lists and checks them.
         *
         * @throws IllegalArgumentException if counts are not one more than edges
         */
        public ScoreParts {
            edges = List.copyOf(edges);
            counts = List.copyOf(counts);
            if (counts.size() != edges.size() + 1) {
                throw new IllegalArgumentException(
                        "The scores have %d edges and %d counts.".formatted(edges.size(), counts.size()));
            }
        }
    }

    /**
     * How much oftener an inspector, or a group of them, found than others would have at the same businesses.
     *
     * @param inspector who
     * @param rows in how many training rows
     * @param found how many of them found what is foretold
     * @param logOdds the effect, drawn to nought by the penalty of the learning
     * @param standardError its standard error
     */
    public record InspectorEffect(String inspector, long rows, long found, double logOdds, double standardError) {}
}
