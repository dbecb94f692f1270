package dev.assay.model.grading;

import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Which models of the configuration are in force: {@code config/in-force/models.yaml}. The others are presets, ready to be taken up.
 *
 * @param entries the models, in the order of the file
 */
public record ModelsInForce(List<Entry> entries) {

    private static final String FOLDER = "in-force";

    /** Copies the list. */
    public ModelsInForce {
        entries = List.copyOf(entries);
    }

    /**
     * A model in force.
     *
     * @param model its id
     * @param from the first day
     */
    public record Entry(String model, LocalDate from) {}

    /**
     * Reads which models a configuration puts in force.
     *
     * @param files where configuration is found
     * @return them; none if the configuration says nothing
     * @throws FaultyConfigException if the file has faults, with all of them
     */
    public static ModelsInForce load(ConfigFiles files) {
        List<Fault> faults = new ArrayList<>();
        List<Entry> entries = files.find(FOLDER, "models")
                .map(file -> parse(file, files.ids("models"), faults))
                .orElse(List.of());
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return new ModelsInForce(entries);
    }

    private static List<Entry> parse(ConfigFile file, List<String> known, List<Fault> faults) {
        YamlMap top = YamlMap.parse(file, faults);
        List<Entry> entries = top.maps("models").stream()
                .map(map -> {
                    String model = map.text("model");
                    if (!known.contains(model) && !model.equals("?")) {
                        map.fault(
                                "model",
                                "The model (%s) is not known.".formatted(model),
                                Spelling.didYouMean(model, known));
                    }
                    return new Entry(model, map.day("from"));
                })
                .toList();
        top.refuseUnreadKeys();
        return entries;
    }

    /**
     * The models in force on a day.
     *
     * @param day the day
     * @return their ids
     */
    public List<String> on(LocalDate day) {
        return entries.stream()
                .filter(entry -> !entry.from().isAfter(day))
                .map(Entry::model)
                .toList();
    }
}
