package dev.assay.model.prediction.reading;

import dev.assay.core.fact.FactKind;
import dev.assay.core.fact.Field;
import dev.assay.core.fact.Vocabulary;
import dev.assay.core.text.Bilingual;
import dev.assay.model.backtest.OutcomeDefinition;
import dev.assay.model.backtest.OutcomesFile;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.DeclaredKinds;
import dev.assay.model.config.FactNames;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import dev.assay.model.grading.GradingModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is foretold and from what: the files of {@code config/predictions}. {@code docs/prediction.md} describes them. */
public final class PredictionFile {

    /** Everybody anew each week, held against the inspections of a quarter, where a definition does not say otherwise. */
    private static final int EVERY_DAYS = 7;

    private static final int WATCH_DAYS = 90;

    private static final String FOLDER = "predictions";
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final ConfigFiles files;
    private final Vocabulary vocabulary;
    private final List<Fault> faults = new ArrayList<>();

    private PredictionFile(ConfigFiles files, Vocabulary vocabulary) {
        this.files = files;
        this.vocabulary = vocabulary;
    }

    /**
     * One definition of a configuration.
     *
     * @param files where configuration is found
     * @param id its id
     * @return it
     * @throws FaultyConfigException with all the faults of its file, if there are any
     * @throws IllegalArgumentException if there is none of that id
     */
    public static PredictionDefinition load(ConfigFiles files, String id) {
        return files.find(FOLDER, id)
                .map(file -> parse(file, files))
                .orElseThrow(() -> new IllegalArgumentException("The prediction (%s) is not known.%n%s"
                        .formatted(id, Spelling.didYouMean(id, files.ids(FOLDER)))));
    }

    /**
     * The definition of a file.
     *
     * @param file the file
     * @param files where its outcome, its grading model and the kinds of fact are found
     * @return it
     * @throws FaultyConfigException with all the faults of the file, if there are any
     */
    public static PredictionDefinition parse(ConfigFile file, ConfigFiles files) {
        PredictionFile parser = new PredictionFile(files, DeclaredKinds.load(files));
        PredictionDefinition definition = parser.read(file);
        if (!parser.faults.isEmpty()) {
            throw new FaultyConfigException(parser.faults);
        }
        return definition;
    }

    private PredictionDefinition read(ConfigFile file) {
        YamlMap top = YamlMap.parse(file, faults);
        String id = top.text("id");
        String name = Path.of(file.name()).getFileName().toString().replaceFirst("\\.yaml$", "");
        if (!id.equals(name) && !id.equals("?")) {
            top.fault(
                    "id", "The id (%s) is not the file's name (%s).".formatted(id, name), "Maybe rename one of them.");
        }
        String version = top.text("version");
        Bilingual title = words(top, "title");
        Bilingual limits = words(top, "limits");
        OutcomeDefinition outcome = OutcomesFile.load(files, top.text("outcome"), vocabulary);
        PredictionDefinition.Inspector inspector = inspector(top, outcome);
        Set<String> atHand = atHand(top, outcome, inspector);
        FeatureParser parser = new FeatureParser(vocabulary, inspector == null ? "" : inspector.kind());
        List<FeatureDefinition> features = features(top, parser);
        PredictionDefinition definition = new PredictionDefinition(
                id,
                version,
                title,
                limits,
                outcome,
                top.has("key") ? FactNames.field(top, "key", outcome.looks().kind()) : null,
                atHand,
                inspector,
                strata(top, parser),
                LearningParser.whole(top, "plan_days", 1, 3660),
                use(top),
                rules(top, features),
                features,
                new LearningParser().read(top.map("learning")));
        top.refuseUnreadKeys();
        return definition;
    }

    private static Bilingual words(YamlMap map, String key) {
        YamlMap words = map.map(key);
        return new Bilingual(words.text("zh"), words.text("en"));
    }

    private static PredictionDefinition.Use use(YamlMap top) {
        Optional<YamlMap> use = top.findMap("use");
        return new PredictionDefinition.Use(
                use.filter(map -> map.has("every_days"))
                        .map(map -> LearningParser.whole(map, "every_days", 1, 366))
                        .orElse(EVERY_DAYS),
                use.filter(map -> map.has("watch_days"))
                        .map(map -> LearningParser.whole(map, "watch_days", 1, 3660))
                        .orElse(WATCH_DAYS),
                use.filter(map -> map.has("identities"))
                        .map(map -> Set.copyOf(map.texts("identities")))
                        .orElse(Set.of()));
    }

    private PredictionDefinition.Rules rules(YamlMap top, List<FeatureDefinition> features) {
        YamlMap rules = top.map("rules");
        if (rules.has("model")) {
            return new PredictionDefinition.Rules(
                    GradingModels.parse(GradingModels.file(files, rules.text("model")), vocabulary), Map.of());
        }
        YamlMap points = rules.map("points");
        List<String> ids = features.stream().map(one -> one.feature().id()).toList();
        Map<String, Double> given = new LinkedHashMap<>();
        for (String id : points.keys()) {
            if (!ids.contains(id)) {
                points.fault(id, "The feature (%s) is not known.".formatted(id), Spelling.didYouMean(id, ids));
            }
            given.put(id, points.decimal(id).doubleValue());
        }
        return new PredictionDefinition.Rules(null, given);
    }

    private PredictionDefinition.@Nullable Inspector inspector(YamlMap top, OutcomeDefinition outcome) {
        Optional<YamlMap> map = top.findMap("inspector");
        if (map.isEmpty()) {
            return null;
        }
        FactKind kind = new FactNames(vocabulary).kind(map.get(), "kind");
        Field same = map.get().has("same") ? FactNames.field(map.get(), "same", kind) : null;
        if (same != null) {
            FactNames.field(map.get(), "same", outcome.looks().kind());
        }
        Field field = FactNames.field(map.get(), "field", kind);
        return field == null ? null : new PredictionDefinition.Inspector(kind.name(), same, field);
    }

    /** What the inspection itself found, or who made it, is not at hand before it. */
    private Set<String> atHand(
            YamlMap top, OutcomeDefinition outcome, PredictionDefinition.@Nullable Inspector inspector) {
        Set<String> told = new HashSet<>(Set.of(outcome.looks().kind().name()));
        outcome.found().forEach(found -> told.add(found.kind().name()));
        if (inspector != null) {
            told.add(inspector.kind());
        }
        Set<String> atHand = new TreeSet<>();
        for (String kind : top.texts("at_hand")) {
            if (vocabulary.findByName(kind).isEmpty()) {
                top.fault(
                        "at_hand",
                        "The kind of fact (%s) is not known.".formatted(kind),
                        Spelling.didYouMean(kind, vocabulary.names()));
            } else if (told.contains(kind)) {
                top.fault(
                        "at_hand",
                        "The facts (%s) tell what the inspection found, or who made it: a score that reads them on its day knows what it foretells."
                                .formatted(kind),
                        "Maybe take it away: facts of earlier days are read without it.");
            }
            atHand.add(kind);
        }
        return atHand;
    }

    private static Map<String, PredictionDefinition.Stratum> strata(YamlMap top, FeatureParser features) {
        Map<String, PredictionDefinition.Stratum> strata = new LinkedHashMap<>();
        top.findMap("strata").ifPresent(map -> {
            for (String name : map.keys()) {
                YamlMap one = map.map(name);
                features.text(one)
                        .ifPresent(
                                text -> strata.put(name, new PredictionDefinition.Stratum(words(one, "title"), text)));
            }
        });
        if (strata.isEmpty()) {
            top.fault(
                    "strata",
                    "Nothing says by what burden and errors are told apart.",
                    "Maybe add a place: strata: {district: {title: {…}, newest: business, field: division}}.");
        }
        return strata;
    }

    private static List<FeatureDefinition> features(YamlMap top, FeatureParser parser) {
        List<FeatureDefinition> features = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap map : top.maps("features")) {
            String id = map.text("id");
            if (!id.equals("?") && !ID.matcher(id).matches()) {
                map.fault(
                        "id",
                        "The id (%s) is not lower-case words with hyphens.".formatted(id),
                        "Maybe days-since-last.");
            }
            if (!ids.add(id) && !id.equals("?")) {
                map.fault("id", "The id (%s) stands twice.".formatted(id), "Maybe give one of the two another name.");
            }
            parser.feature(map, id, words(map, "title")).ifPresent(features::add);
        }
        if (features.isEmpty()) {
            top.fault("features", "Nothing is read.", "Maybe add a feature.");
        }
        return features;
    }
}
