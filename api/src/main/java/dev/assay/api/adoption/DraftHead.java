package dev.assay.api.adoption;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.YamlMap;
import dev.assay.store.adoption.ModelDraft;
import java.util.ArrayList;
import java.util.List;

/** Reads of a draft, whatever faults it has, which model it is of and what it calls itself. */
final class DraftHead {

    private static final int LONGEST_ID = 60;
    private static final int LONGEST_VERSION = 32;

    private DraftHead() {}

    /**
     * Reads it.
     *
     * @throws FaultyConfigException if the text names no model or no version by which it could be kept
     */
    static ModelDraft read(String text) {
        ConfigFile file = new ConfigFile("draft.yaml", text);
        List<Fault> faults = new ArrayList<>();
        YamlMap top = YamlMap.parse(file, faults);
        String id = top.findText("id").orElse("");
        String version = top.findText("version").orElse("");
        List<Fault> unnamed = new ArrayList<>();
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > LONGEST_ID) {
            unnamed.add(new Fault(
                    file.name(),
                    1,
                    "id",
                    "The text names no model by an id of small letters, digits and hyphens (%s).".formatted(id),
                    "Maybe begin it with id: cn-food-risk-2016."));
        }
        if (version.isBlank() || version.length() > LONGEST_VERSION) {
            unnamed.add(new Fault(
                    file.name(),
                    1,
                    "version",
                    "The text names no version of 1 to %d characters (%s).".formatted(LONGEST_VERSION, version),
                    "Maybe write version: \"2\"."));
        }
        if (!unnamed.isEmpty()) {
            // A text that is no YAML at all says so first.
            unnamed.addAll(0, faults.stream().filter(fault -> id.isEmpty()).toList());
            throw new FaultyConfigException(unnamed);
        }
        return new ModelDraft(id, version, text);
    }
}
