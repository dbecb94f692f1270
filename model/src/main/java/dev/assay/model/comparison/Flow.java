package dev.assay.model.comparison;

import dev.assay.model.config.YamlValue;
import java.util.Set;
import java.util.stream.Collectors;

/** Values in one line, as they would be written in a model. */
final class Flow {

    private static final Set<String> SAID_OF_A_RULE = Set.of("id", "title", "text", "basis", "note", "provisional");

    private Flow() {}

    static String of(YamlValue value) {
        return switch (value) {
            case YamlValue.Text(var text) -> text;
            case YamlValue.Items(var values) ->
                values.stream().map(Flow::of).collect(Collectors.joining(", ", "[", "]"));
            case YamlValue.Entries(var entries) ->
                entries.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /** What a rule does, without what is said of it: its name and its ground stand elsewhere. */
    static String ofRule(YamlValue value) {
        return value instanceof YamlValue.Entries(var entries)
                ? entries.entrySet().stream()
                        .filter(entry -> !SAID_OF_A_RULE.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                        .collect(Collectors.joining(", "))
                : of(value);
    }
}
