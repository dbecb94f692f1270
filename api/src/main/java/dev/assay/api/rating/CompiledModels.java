package dev.assay.api.rating;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.grading.GradingModels;
import dev.assay.store.rating.StoredRatings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Models as they were, compiled, by the store's numbers of them; the last few are kept, because reading and compiling one takes longer than
 * all the rest of an explanation.
 */
final class CompiledModels {

    private static final int KEPT = 24;

    private final StoredRatings ratings;
    private final Vocabulary vocabulary;
    private final Map<Integer, GradingModel> models = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, GradingModel> eldest) {
            return size() > KEPT;
        }
    };

    CompiledModels(StoredRatings ratings, Vocabulary vocabulary) {
        this.ratings = ratings;
        this.vocabulary = vocabulary;
    }

    /** The model of a number. */
    GradingModel of(int key) {
        GradingModel known = find(key);
        if (known != null) {
            return known;
        }
        GradingModel compiled = GradingModels.parse(new ConfigFile("model " + key, ratings.modelText(key)), vocabulary);
        synchronized (models) {
            models.put(key, compiled);
        }
        return compiled;
    }

    private @Nullable GradingModel find(int key) {
        synchronized (models) {
            return models.get(key);
        }
    }
}
