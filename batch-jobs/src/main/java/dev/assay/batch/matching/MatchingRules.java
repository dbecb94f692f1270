package dev.assay.batch.matching;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How sure the resolver must be: {@code config/matching/thresholds.yaml}.
 *
 * @param match from this score on a candidate is taken without a person, above {@code review} and at most 1
 * @param review from this score on a person decides, at least 0
 * @param separation by which factor of its own distance from 1 the best must be better than the next, at least 1
 * @param candidates how many candidates are looked at for each name, at least 1
 * @param weights the weight of each part, at least 0
 * @param tradeFloor below this likeness a trade name is another one, 0 to 1
 * @param edits what each kind of edit costs, in characters
 */
public record MatchingRules(
        double match,
        double review,
        double separation,
        int candidates,
        Map<PartKind, Double> weights,
        double tradeFloor,
        Map<Edit.Kind, Double> edits) {

    /** The folder of a configuration in which they stand. */
    public static final String FOLDER = "matching";

    /** The id of those that hold where nothing else is named. */
    public static final String PACKAGED = "thresholds";

    /** Copies the maps. */
    public MatchingRules {
        weights = Map.copyOf(weights);
        edits = Map.copyOf(edits);
    }

    /**
     * The rules of a configuration.
     *
     * @param files the configuration
     * @return the rules
     * @throws FaultyConfigException with every fault of the file
     */
    public static MatchingRules of(ConfigFiles files) {
        return of(files, PACKAGED);
    }

    /**
     * Some rules of a configuration.
     *
     * @param files the configuration
     * @param id the id of their file
     * @return the rules
     * @throws FaultyConfigException with every fault of the file
     * @throws IllegalArgumentException if there is no such file
     */
    static MatchingRules of(ConfigFiles files, String id) {
        return parse(files.find(FOLDER, id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The thresholds of matching (%s) are not known.%nMaybe add config/matching/%s.yaml."
                                .formatted(id, id))));
    }

    static MatchingRules parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        top.text("id");
        MatchingRules rules = new MatchingRules(
                between(top, "match", 0, 1),
                between(top, "review", 0, 1),
                between(top, "separation", 1, 10),
                (int) between(top, "candidates", 1, 1000),
                each(top.map("weights"), PartKind.values(), 100),
                between(top, "trade_floor", 0, 1),
                each(top.map("edits"), Edit.Kind.values(), 100));
        if (rules.review() >= rules.match()) {
            top.fault(
                    "review",
                    "The threshold of review (%s) is not below that of match (%s)."
                            .formatted(rules.review(), rules.match()),
                    "Maybe the two are exchanged.");
        }
        top.refuseUnreadKeys();
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return rules;
    }

    private static <E extends Enum<E>> Map<E, Double> each(YamlMap map, E[] kinds, double most) {
        Map<E, Double> values = new EnumMap<>(kinds[0].getDeclaringClass());
        for (E kind : kinds) {
            values.put(kind, between(map, kind.name().toLowerCase(Locale.ROOT), 0, most));
        }
        return values;
    }

    private static double between(YamlMap map, String key, double least, double most) {
        double value = map.decimal(key).doubleValue();
        if (value < least || value > most) {
            map.fault(
                    key,
                    "The value (%s) is not between %s and %s.".formatted(value, least, most),
                    "Maybe look at the packaged file for a value that was measured.");
        }
        return value;
    }

    double weight(PartKind kind) {
        return weights.getOrDefault(kind, 0.0);
    }

    double cost(Edit.Kind kind) {
        return edits.getOrDefault(kind, 1.0);
    }

    /** The most that a candidate may score whom a person has to look at. */
    double reviewAtMost() {
        return Math.max(review, match - 0.01);
    }
}
