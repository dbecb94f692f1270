package dev.assay.model.grading;

import dev.assay.core.adoption.Brake;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.config.Fault;
import dev.assay.model.config.FaultyConfigException;
import dev.assay.model.config.Spelling;
import dev.assay.model.config.YamlMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /**
     * Reads when a night's grades wait for a person: {@code config/in-force/brake.yaml}.
     *
     * @param files where configuration is found
     * @return the brake; empty if the configuration has none
     * @throws FaultyConfigException if the file has faults, with all of them
     */
    public static Optional<Brake> brake(ConfigFiles files) {
        List<Fault> faults = new ArrayList<>();
        Optional<Brake> brake = files.find(FOLDER, "brake").flatMap(file -> parseBrake(file, faults));
        if (!faults.isEmpty()) {
            throw new FaultyConfigException(faults);
        }
        return brake;
    }

    private static Optional<Brake> parseBrake(ConfigFile file, List<Fault> faults) {
        YamlMap top = YamlMap.parse(file, faults);
        BigDecimal share = top.decimal("share");
        BigDecimal atLeast = top.decimal("at_least");
        top.refuseUnreadKeys();
        try {
            return Optional.of(new Brake(share, atLeast.intValueExact()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            top.fault(
                    "share",
                    "The share (%s) is not from 0 to 1, or the number (%s) is no whole one.".formatted(share, atLeast),
                    "Maybe write share: 0.10 and at_least: 100.");
            return Optional.empty();
        }
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
