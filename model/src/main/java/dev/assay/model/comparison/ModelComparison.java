package dev.assay.model.comparison;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlValue;
import dev.assay.model.grading.GradingModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Compares two models by what their files say. Entries are matched by their ids, grades by their names, steps by their bounds; where a
 * thing stands in the file, how a number or a span is spelt and in which order a set is written changes nothing. What a compiled model
 * would know and a file does not say is not compared: two models with different default kinds of fact are the same here.
 */
public final class ModelComparison {

    private ModelComparison() {}

    /**
     * What is otherwise in the second model, and in the tables and models that both draw in.
     *
     * @param before the first model, its whole text
     * @param after the second model, its whole text
     * @return the changes, in the order of {@link ModelPart} and then of the files, those of drawn-in texts last; none if both mean the same
     * @throws FaultyConfigException if one of the files is not YAML or has no keys; other faults of a model do not matter here
     */
    public static List<Change> between(ConfigFile before, ConfigFile after) {
        Map<String, ConfigFile> mine = GradingModels.texts(before);
        Map<String, ConfigFile> theirs = GradingModels.texts(after);
        List<Change> changes = new ArrayList<>();
        mine.forEach((path, file) -> {
            ConfigFile other = theirs.get(path);
            if (other != null && !file.content().equals(other.content())) {
                compare(file, other).map(change -> change.in(path)).forEach(changes::add);
            }
        });
        return changes;
    }

    private static Stream<Change> compare(ConfigFile before, ConfigFile after) {
        YamlValue.Entries one = YamlValue.parse(before);
        YamlValue.Entries other = YamlValue.parse(after);
        List<Change> changes = new ArrayList<>();
        Comparer comparer = new Comparer(one, other, changes::add);
        Set<String> keys = new LinkedHashSet<>(one.entries().keySet());
        keys.addAll(other.entries().keySet());
        for (String key : keys) {
            comparer.compareTop(key);
        }
        return changes.stream().sorted(Comparator.comparing(Change::part));
    }
}
