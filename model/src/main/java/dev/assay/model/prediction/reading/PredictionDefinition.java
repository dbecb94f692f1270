package dev.assay.model.prediction.reading;

import dev.assay.core.fact.Field;
import dev.assay.core.grading.GradingModel;
import dev.assay.core.text.Bilingual;
import dev.assay.model.backtest.OutcomeDefinition;
import dev.assay.model.prediction.Feature;
import dev.assay.model.prediction.Learning;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is foretold, from what, and how it is learned: a file of {@code config/predictions}.
 *
 * @param id the id by which commands name it
 * @param version its version
 * @param title its name
 * @param limits what has to be known before it is used; printed with every figure
 * @param outcome which facts look at a business, and when they find what is foretold
 * @param key the field of the look that is the source's own key; null where the source has none
 * @param atHand kinds whose facts of the very day of the look may be read: what the authority knows of a business when it sends somebody
 * @param inspector who made a look; null where the data do not tell
 * @param strata by which texts burden and errors are told apart, by name; at least one, the first of them a place
 * @param planDays for how many days inspectors plan: their capacity is what they inspect in so many, at least 1
 * @param use how often it is scored, and what is watched
 * @param rules what stands for the rules as a baseline
 * @param features what is read
 * @param learning how it is learned
 */
public record PredictionDefinition(
        String id,
        String version,
        Bilingual title,
        Bilingual limits,
        OutcomeDefinition outcome,
        @Nullable Field key,
        Set<String> atHand,
        @Nullable Inspector inspector,
        Map<String, Stratum> strata,
        int planDays,
        Use use,
        Rules rules,
        List<FeatureDefinition> features,
        Learning learning) {

    /** Copies what can change. */
    public PredictionDefinition {
        atHand = Set.copyOf(atHand);
        strata = Collections.unmodifiableMap(new LinkedHashMap<>(strata));
        features = List.copyOf(features);
    }

    /**
     * How a training that is in force is used.
     *
     * @param everyDays after how many days everybody is scored anew, at least 1
     * @param watchDays over how many days before a scoring inspections are held against those of training, at least 1
     * @param identities schemes of principal identities whose businesses are scored even where nobody ever looked at them; may be empty
     */
    public record Use(int everyDays, int watchDays, Set<String> identities) {

        /** Copies the set. */
        public Use {
            identities = Set.copyOf(identities);
        }
    }

    /**
     * Where it stands who made a look.
     *
     * @param kind the kind of the facts that tell it, of the same day as the look
     * @param same a field that they have alike with the look; null where the day is enough
     * @param field the field that names the inspector, or a group of inspectors
     */
    public record Inspector(String kind, @Nullable Field same, Field field) {}

    /**
     * The baseline “the rules alone”: the score of a grading model, or points for features where there is no model.
     *
     * @param model the grading model; null where points are given
     * @param points points for each unit of a feature, by its id; empty where a model is named
     */
    public record Rules(@Nullable GradingModel model, Map<String, Double> points) {
        /** Copies the map. */
        public Rules {
            points = Map.copyOf(points);
        }
    }

    /**
     * By what burden and errors are told apart.
     *
     * @param title its name
     * @param text the text that tells the stratum
     */
    public record Stratum(Bilingual title, Reading.Text text) {}

    /**
     * The features alone.
     *
     * @return them, in the order of their values
     */
    public List<Feature> toFeatures() {
        return features.stream().map(FeatureDefinition::feature).toList();
    }

    /**
     * The readings that ask what was found at other businesses.
     *
     * @return them, in the order of the features
     */
    public List<Reading.Rate> rates() {
        return features.stream()
                .map(FeatureDefinition::reading)
                .filter(Reading.Rate.class::isInstance)
                .map(Reading.Rate.class::cast)
                .toList();
    }
}
