package dev.assay.model.grading;

import dev.assay.core.grading.ModelInput;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a model draws in, by the names under which its rules know it; and which of it a rule used. */
final class DrawnIn {

    private final Map<String, PointsTable> tables = new LinkedHashMap<>();
    private final Map<String, ModelInput> inputs = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    void add(PointsTable table) {
        tables.put(table.id(), table);
    }

    void add(ModelInput input) {
        inputs.put(input.id(), input);
    }

    List<ModelInput> inputs() {
        return List.copyOf(inputs.values());
    }

    /** The table that a key names; empty, and a fault, if the model does not draw it in. */
    Optional<PointsTable> table(YamlMap map, String key) {
        return named(map, key, "table", "tables", tables);
    }

    /** The input that a key names; empty, and a fault, if the model has none of that name. */
    Optional<ModelInput> input(YamlMap map, String key) {
        return named(map, key, "input", "inputs", inputs);
    }

    private <T> Optional<T> named(YamlMap map, String key, String word, String list, Map<String, T> known) {
        String id = map.text(key);
        used.add(id);
        if (!known.containsKey(id) && !id.equals("?")) {
            map.fault(
                    key,
                    "The %s (%s) is not among the model's %s.".formatted(word, id, list),
                    known.isEmpty()
                            ? "Maybe name it at the top, under %s.".formatted(list)
                            : Spelling.didYouMean(id, List.copyOf(known.keySet())));
        }
        return Optional.ofNullable(known.get(id));
    }

    /** Notes a fault for each table and each input that no rule reads. */
    void refuseUnused(YamlMap top) {
        tables.keySet().stream()
                .filter(id -> !used.contains(id))
                .forEach(id ->
                        top.fault("tables", "The table (%s) is used by no rule.".formatted(id), "Maybe take it away."));
        inputs.keySet().stream()
                .filter(id -> !used.contains(id))
                .forEach(id ->
                        top.fault("inputs", "The input (%s) is used by no rule.".formatted(id), "Maybe take it away."));
    }
}
