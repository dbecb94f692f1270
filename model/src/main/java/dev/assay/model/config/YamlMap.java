package dev.assay.model.config;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML document that knows its lines. Every reading method notes a fault instead of throwing, and answers with a
 * stand-in, so that one pass finds all the faults of a file; whoever parses refuses the file at the end if there are any. Keys that
 * nobody read are faults too: see {@link #refuseUnreadKeys()}.
 */
public final class YamlMap {

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> entries;
    private final Set<String> read = new LinkedHashSet<>();
    private final Set<String> askedFor = new LinkedHashSet<>();
    private final List<YamlMap> children = new ArrayList<>();
    private final List<Fault> faults;

    private YamlMap(String file, String path, Node node, List<Fault> faults) {
        this.file = file;
        this.path = path;
        this.line = node.getStartMark().getLine() + 1;
        this.faults = faults;
        this.entries = entries(node);
    }

    /**
     * Reads a document whose top is a mapping.
     *
     * @param file the file
     * @param faults where faults are noted
     * @return the mapping; an empty one, and a fault, if the text is not YAML or its top no mapping
     */
    public static YamlMap parse(ConfigFile file, List<Fault> faults) {
        return new YamlMap(file.name(), "", YamlText.compose(file, faults), faults);
    }

    private Map<String, Node> entries(Node node) {
        Map<String, Node> found = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
                if (found.putIfAbsent(key, tuple.getValueNode()) != null) {
                    fault(
                            key,
                            "The key (" + key + ") stands twice.",
                            "Maybe one of the two was meant to have another name.");
                }
            }
        } else {
            fault("", "Expected keys and values, found something else.", "Maybe the indentation is off.");
        }
        return found;
    }

    /**
     * Notes a fault at one of this mapping's keys.
     *
     * @param key the key, or empty for the mapping itself
     * @param message what is wrong, with the value
     * @param remedy what to do
     */
    public void fault(String key, String message, String remedy) {
        Node node = entries == null ? null : entries.get(key);
        faults.add(
                new Fault(file, node == null ? line : node.getStartMark().getLine() + 1, path(key), message, remedy));
    }

    private String path(String key) {
        return key.isEmpty() ? path : path.isEmpty() ? key : path + "." + key;
    }

    /**
     * Where this mapping is.
     *
     * @return its path in the document; empty at the top
     */
    public String path() {
        return path;
    }

    /**
     * The line on which this mapping begins.
     *
     * @return the line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * The keys, in the order of the file.
     *
     * @return them
     */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /**
     * Whether a key is there.
     *
     * @param key the key
     * @return true if it is
     */
    public boolean has(String key) {
        askedFor.add(key);
        return entries.containsKey(key);
    }

    /**
     * Whether a key is there and holds a mapping.
     *
     * @param key the key
     * @return true if it does
     */
    public boolean isMap(String key) {
        return entries.get(key) instanceof MappingNode;
    }

    /**
     * Whether a key holds a text, rather than a list or a mapping, for keys that may be written short or at length.
     *
     * @param key the key
     * @return true if it is there and holds a text
     */
    public boolean isText(String key) {
        return entries.get(key) instanceof ScalarNode;
    }

    private @Nullable Node take(String key) {
        read.add(key);
        return entries.get(key);
    }

    /**
     * A text that may be absent.
     *
     * @param key its key
     * @return it, or empty
     */
    public Optional<String> findText(String key) {
        Node node = take(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue().strip()).filter(text -> !text.isEmpty());
        }
        fault(key, "Expected a text.", "Maybe the indentation is off.");
        return Optional.empty();
    }

    /**
     * A text that may be absent, with its blanks: a separator may be nothing but a blank.
     *
     * @param key its key
     * @return it, or empty
     */
    public Optional<String> findVerbatim(String key) {
        return take(key) instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /**
     * A text that must be there.
     *
     * @param key its key
     * @return it; {@code "?"} and a fault if it is absent
     */
    public String text(String key) {
        boolean there = entries.containsKey(key);
        Optional<String> text = findText(key);
        if (text.isEmpty() && (!there || entries.get(key) instanceof ScalarNode)) {
            fault(key, "The key (" + key + ") is missing or empty.", "Maybe add it: " + key + ": …");
        }
        return text.orElse("?");
    }

    /**
     * A text out of a closed list.
     *
     * @param key its key
     * @param allowed the list, not empty
     * @return it; the first of the list, and a fault with the nearest word, if it is another
     */
    public String oneOf(String key, List<String> allowed) {
        String text = text(key);
        if (allowed.contains(text)) {
            return text;
        }
        if (!text.equals("?")) {
            fault(
                    key,
                    "The value (%s) is not one of %s.".formatted(text, String.join(", ", allowed)),
                    Spelling.didYouMean(text, allowed));
        }
        return allowed.getFirst();
    }

    /**
     * A decimal that may be absent, exactly as written.
     *
     * @param key its key
     * @return it, or empty; empty and a fault if it is no number
     */
    public Optional<BigDecimal> findDecimal(String key) {
        Optional<String> text = findText(key);
        try {
            return text.map(BigDecimal::new);
        } catch (NumberFormatException e) {
            fault(
                    key,
                    "The value (%s) is no number.".formatted(text.orElse("")),
                    "Maybe write it with digits and a point, such as 13.5.");
            return Optional.empty();
        }
    }

    /**
     * A decimal that must be there.
     *
     * @param key its key
     * @return it; zero and a fault if it is absent or no number
     */
    public BigDecimal decimal(String key) {
        if (!has(key)) {
            text(key);
            return BigDecimal.ZERO;
        }
        return findDecimal(key).orElse(BigDecimal.ZERO);
    }

    /**
     * A day that may be absent.
     *
     * @param key its key
     * @return it, or empty; empty and a fault if it is no day
     */
    public Optional<LocalDate> findDay(String key) {
        Optional<String> text = findText(key);
        try {
            return text.map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            fault(key, "The value (%s) is no day.".formatted(text.orElse("")), "Maybe write it as 2026-11-22.");
            return Optional.empty();
        }
    }

    /**
     * A day that must be there.
     *
     * @param key its key
     * @return it; 1970-01-01 and a fault if it is absent or no day
     */
    public LocalDate day(String key) {
        if (!has(key)) {
            text(key);
        }
        return findDay(key).orElse(LocalDate.EPOCH);
    }

    /**
     * Yes or no.
     *
     * @param key its key
     * @param otherwise what an absent key means
     * @return the value; {@code otherwise} and a fault if it is neither true nor false
     */
    public boolean flag(String key, boolean otherwise) {
        Optional<String> text = findText(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            fault(key, "The value (%s) is neither true nor false.".formatted(text.get()), "Maybe write true or false.");
        }
        return text.map("true"::equals).orElse(otherwise);
    }

    /**
     * A mapping that may be absent.
     *
     * @param key its key
     * @return it, or empty
     */
    public Optional<YamlMap> findMap(String key) {
        return Optional.ofNullable(take(key)).map(node -> child(path(key), node));
    }

    /**
     * A mapping that must be there.
     *
     * @param key its key
     * @return it; an empty one and a fault if it is absent
     */
    public YamlMap map(String key) {
        return findMap(key).orElseGet(() -> {
            fault(key, "The key (" + key + ") is missing.", "Maybe add it with its own keys below.");
            return child(path(key), new Yaml().compose(new StringReader("{}")));
        });
    }

    /**
     * A list of mappings.
     *
     * @param key its key
     * @return them, in order; empty if the key is absent
     */
    public List<YamlMap> maps(String key) {
        List<YamlMap> found = new ArrayList<>();
        List<Node> nodes = nodes(key);
        for (int i = 0; i < nodes.size(); i++) {
            found.add(child(path(key) + "[" + i + "]", nodes.get(i)));
        }
        return found;
    }

    /**
     * A list of texts; a single text counts as a list of one.
     *
     * @param key its key
     * @return them, in order; empty if the key is absent
     */
    public List<String> texts(String key) {
        read.add(key);
        return texts(key, entries.get(key) instanceof ScalarNode single ? List.of(single) : nodes(key));
    }

    private List<String> texts(String key, List<Node> nodes) {
        List<String> found = new ArrayList<>();
        for (Node node : nodes) {
            if (node instanceof ScalarNode scalar) {
                found.add(scalar.getValue().strip());
            } else {
                fault(key, "Expected a list of texts.", "Maybe the indentation is off.");
            }
        }
        return found;
    }

    /**
     * A list of lists of texts.
     *
     * @param key its key
     * @return them, in order; empty if the key is absent
     */
    public List<List<String>> textLists(String key) {
        return nodes(key).stream()
                .map(node -> texts(key, node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node)))
                .toList();
    }

    private List<Node> nodes(String key) {
        Node node = take(key);
        if (node != null && !(node instanceof SequenceNode)) {
            fault(key, "Expected a list.", "Maybe begin each entry with a hyphen.");
        }
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    /**
     * What stands under a key, on one line.
     *
     * @param key the key
     * @return the same for the same content, however it is laid out; empty if the key is absent
     */
    public String written(String key) {
        return YamlText.written(entries.get(key));
    }

    private YamlMap child(String childPath, Node node) {
        children.add(new YamlMap(file, childPath, node, faults));
        return children.getLast();
    }

    /** Notes a fault for every key, here and below, that nobody has read: a misspelt key would otherwise be silently without effect. */
    public void refuseUnreadKeys() {
        askedFor.addAll(read);
        for (String key : keys().stream().filter(one -> !read.contains(one)).toList()) {
            fault(key, "The key (" + key + ") is not known here.", Spelling.didYouMean(key, List.copyOf(askedFor)));
        }
        children.forEach(YamlMap::refuseUnreadKeys);
    }
}
