package dev.assay.api.rating;

import dev.assay.core.fact.Vocabulary;
import dev.assay.core.grading.GradingModel;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.grading.GradingModels;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Models as they were, compiled; the last few are kept, because compiling one takes longer than all the rest of an explanation. */
final class CompiledModels {

    private static final int KEPT = 24;

    private final Vocabulary vocabulary;
    private final Map<ConfigFile, GradingModel> models = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConfigFile, GradingModel> eldest) {
            return size() > KEPT;
        }
    };

    CompiledModels(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The model of a whole text. */
    GradingModel of(ConfigFile text) {
        GradingModel known = find(text);
        if (known != null) {
            return known;
        }
        GradingModel compiled = GradingModels.parse(text, vocabulary);
        synchronized (models) {
            models.put(text, compiled);
        }
        return compiled;
    }

    private @Nullable GradingModel find(ConfigFile text) {
        synchronized (models) {
            return models.get(text);
        }
    }
}
