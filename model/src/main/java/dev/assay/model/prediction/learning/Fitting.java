package dev.assay.model.prediction.learning;

import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Learning;
import dev.assay.model.prediction.Learning.Learner;
import dev.assay.model.prediction.Observation;
import dev.assay.model.prediction.trained.FeatureReading;
import dev.assay.model.prediction.trained.ScoringForm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

/**
 * Fits learners, several at a time where the machine can. Each fit runs in a pool of one thread of its own: Smile adds up in the order
 * in which its pool divides the work and keeps its random numbers by thread, so that only then the result is everywhere the same.
 */
final class Fitting implements AutoCloseable {

    private final List<Feature> features;
    private final Learning how;
    private final ForkJoinPool together;

    Fitting(List<Feature> features, Learning how) {
        this.features = features;
        this.how = how;
        this.together = new ForkJoinPool(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 8));
    }

    /** What was fitted. */
    record Fit(List<FeatureReading> readings, ScoringForm form) {}

    /** Fits in a thread of its own. */
    Fit fit(List<Observation> rows, Learner learner, long seed) {
        return alone(() -> fitting(rows, learner, seed));
    }

    /** The same for one who already runs beside others. */
    Fit fitHere(List<Observation> rows, Learner learner, long seed) {
        return fit(rows, learner, seed);
    }

    private Fit fitting(List<Observation> rows, Learner learner, long seed) {
        return switch (learner) {
            case Learner.Scorecard scorecard -> CardLearner.fit(features, rows, scorecard, how.inspectorPenalty());
            case Learner.BoostedTrees boosted -> TreeLearner.fit(features, rows, boosted, seed);
            case Learner.RandomForest forest -> TreeLearner.fit(features, rows, forest, seed);
        };
    }

    private static <T> T alone(Callable<T> work) {
        try (ForkJoinPool pool = new ForkJoinPool(1)) {
            return result(pool.submit(work));
        }
    }

    /** Does several things at a time; their results in their order. */
    <T> List<T> together(List<Callable<T>> work) {
        List<Future<T>> futures = new ArrayList<>();
        for (Callable<T> one : work) {
            futures.add(together.submit(one));
        }
        return futures.stream().map(Fitting::result).toList();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The training was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("The training failed.", e.getCause());
        }
    }

    @Override
    public void close() {
        together.shutdownNow();
    }
}
