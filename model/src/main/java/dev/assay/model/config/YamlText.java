package dev.assay.model.config;

import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** From text to YAML nodes, which know their lines. */
final class YamlText {

    private YamlText() {}

    /** The top of a document; an empty mapping, and a fault, if the text is empty or not YAML. */
    static Node compose(ConfigFile file, List<Fault> faults) {
        Node top = null;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            top = new Yaml(options).compose(new StringReader(file.content()));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(new Fault(
                    file.name(),
                    line,
                    "",
                    "Not YAML: " + e.getProblem(),
                    "Maybe check the indentation and the quotes."));
        }
        if (top == null) {
            top = new Yaml().compose(new StringReader("{}"));
            if (faults.isEmpty()) {
                faults.add(new Fault(
                        file.name(),
                        1,
                        "",
                        "The file is empty.",
                        "Maybe copy a file of the same folder and change it."));
            }
        }
        return top;
    }

    /** A node on one line, without what is only layout. */
    static String written(@Nullable Node node) {
        return switch (node) {
            case ScalarNode scalar -> scalar.getValue().strip();
            case SequenceNode sequence ->
                sequence.getValue().stream().map(YamlText::written).collect(Collectors.joining(", ", "[", "]"));
            case MappingNode mapping ->
                mapping.getValue().stream()
                        .map(entry -> written(entry.getKeyNode()) + ": " + written(entry.getValueNode()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case null, default -> "";
        };
    }
}
