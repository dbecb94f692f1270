package dev.assay.model.grading;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.YamlMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model's text with the texts of all that it draws in: tables of points, and the models on whose results it builds. They travel as one
 * text, so that its digest covers them and a rating can be repeated from the text that was kept with it.
 *
 * @param model the model's own text
 * @param drawn the other texts by their paths below the configuration's root, such as {@code models/tables/cn-food-categories.yaml}
 */
record ModelText(ConfigFile model, Map<String, ConfigFile> drawn) {

    private static final String MARK = "--- # with ";

    /** A model's text followed by what it draws in, as far as the configuration has it. A text that is already whole stays as it is. */
    static ConfigFile whole(ConfigFile file, ConfigFiles files) {
        if (file.content().contains("\n" + MARK)) {
            return file;
        }
        Map<String, ConfigFile> found = new LinkedHashMap<>();
        draw(file, found, path -> {
            int slash = path.lastIndexOf('/');
            return files.find(path.substring(0, slash), path.substring(slash + 1, path.length() - ".yaml".length()));
        });
        return new ModelText(file, found).joined();
    }

    /** Takes a whole text apart. */
    static ModelText of(ConfigFile whole) {
        Map<String, ConfigFile> drawn = new LinkedHashMap<>();
        String[] parts = whole.content().split("\n" + MARK, -1);
        for (int i = 1; i < parts.length; i++) {
            int end = parts[i].indexOf('\n');
            String path = parts[i].substring(0, end);
            drawn.put(path, new ConfigFile(path, parts[i].substring(end + 1)));
        }
        return new ModelText(new ConfigFile(whole.name(), parts[0]), drawn);
    }

    /** The text of an input model with what it draws in itself, as it would be alone. */
    Optional<ConfigFile> input(String id) {
        return Optional.ofNullable(drawn.get(pathOf("models", id))).map(file -> {
            Map<String, ConfigFile> found = new LinkedHashMap<>();
            draw(file, found, path -> Optional.ofNullable(drawn.get(path)));
            return new ModelText(file, found).joined();
        });
    }

    /** The file of a table. */
    Optional<ConfigFile> table(String id) {
        return Optional.ofNullable(drawn.get(pathOf("models/tables", id)));
    }

    private ConfigFile joined() {
        StringBuilder text = new StringBuilder(model.content());
        drawn.forEach((path, file) ->
                text.append('\n').append(MARK).append(path).append('\n').append(file.content()));
        return new ConfigFile(model.name(), text.toString());
    }

    /** Finds a text by its path. */
    private interface Finder {
        Optional<ConfigFile> find(String path);
    }

    private static void draw(ConfigFile file, Map<String, ConfigFile> found, Finder finder) {
        for (String path : named(file)) {
            Optional<ConfigFile> drawn = found.containsKey(path) ? Optional.empty() : finder.find(path);
            drawn.ifPresent(text -> {
                found.put(path, text);
                draw(text, found, finder);
            });
        }
    }

    /** What a text names; its faults are told by whoever compiles it. */
    private static List<String> named(ConfigFile file) {
        List<Fault> ignored = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, ignored);
        List<String> paths = new ArrayList<>();
        if (top.has("tables")) {
            top.texts("tables").forEach(id -> paths.add(pathOf("models/tables", id)));
        }
        if (top.has("inputs")) {
            top.maps("inputs").forEach(input -> paths.add(pathOf("models", input.text("model"))));
        }
        return paths;
    }

    private static String pathOf(String folder, String id) {
        return folder + "/" + id + ".yaml";
    }
}
