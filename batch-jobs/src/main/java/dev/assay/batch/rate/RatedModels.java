package dev.assay.batch.rate;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.rating.RatingRuns;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The compiled models of runs: from the text that the store keeps, so that a restart grades by what the run began with. */
final class RatedModels {

    private final RatingRuns runs;
    private final Vocabulary vocabulary;
    private final Map<Integer, GradingModel> compiled = new ConcurrentHashMap<>();

    RatedModels(RatingRuns runs, Vocabulary vocabulary) {
        this.runs = runs;
        this.vocabulary = vocabulary;
    }

    GradingModel of(int modelKey) {
        return compiled.computeIfAbsent(
                modelKey, key -> GradingModels.parse(new ConfigFile("model " + key, runs.modelText(key)), vocabulary));
    }
}
