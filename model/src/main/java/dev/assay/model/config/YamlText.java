package dev.assay.model.config;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

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
}
