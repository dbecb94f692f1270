package dev.assay.model.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML document as it is written, without knowledge of what its keys mean: for those who compare documents. Who reads one uses
 * {@link YamlMap}.
 */
public sealed interface YamlValue {

    /**
     * A text, a number, a day, a flag: whatever stands alone.
     *
     * @param text as written, without blanks at its ends
     */
    record Text(String text) implements YamlValue {}

    /**
     * A list.
     *
     * @param values its entries, in order
     */
    record Items(List<YamlValue> values) implements YamlValue {

        /** Copies the list. */
        public Items {
            values = List.copyOf(values);
        }
    }

    /**
     * A mapping.
     *
     * @param entries its keys and values, in the order of the file
     */
    record Entries(Map<String, YamlValue> entries) implements YamlValue {

        /** Copies the mapping. */
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /**
         * The value of a key.
         *
         * @param key the key
         * @return it, or empty
         */
        public Optional<YamlValue> find(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        /**
         * The value of a key that is a single text.
         *
         * @param key the key
         * @return it, or empty if the key is absent or holds something else
         */
        public Optional<String> findText(String key) {
            return entries.get(key) instanceof Text(String text) ? Optional.of(text) : Optional.empty();
        }
    }

    /**
     * Reads a document whose top is a mapping.
     *
     * @param file the file
     * @return the mapping
     * @throws FaultyConfigException if the text is not YAML, a key stands twice, or its top is no mapping
     */
    static Entries parse(ConfigFile file) {
        List<Fault> faults = new ArrayList<>();
        Node top = YamlText.compose(file, faults);
        if (faults.isEmpty() && !(top instanceof MappingNode)) {
            faults.add(new Fault(
                    file.name(),
                    1,
                    "",
                    "Expected keys and values, found something else.",
                    "Maybe the indentation is off."));
        }
        if (of(top, file, faults) instanceof Entries entries && faults.isEmpty()) {
            return entries;
        }
        throw new FaultyConfigException(faults);
    }

    private static YamlValue of(Node node, ConfigFile file, List<Fault> faults) {
        return switch (node) {
            case MappingNode mapping -> {
                Map<String, YamlValue> entries = new LinkedHashMap<>();
                for (NodeTuple tuple : mapping.getValue()) {
                    String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                    if (entries.put(key, of(tuple.getValueNode(), file, faults)) != null) {
                        faults.add(new Fault(
                                file.name(),
                                tuple.getKeyNode().getStartMark().getLine() + 1,
                                key,
                                "The key (" + key + ") stands twice.",
                                "Maybe one of the two was meant to have another name."));
                    }
                }
                yield new Entries(entries);
            }
            case SequenceNode sequence ->
                new Items(sequence.getValue().stream()
                        .map(value -> of(value, file, faults))
                        .toList());
            case ScalarNode scalar -> new Text(scalar.getValue().strip());
            default -> new Text("");
        };
    }
}
