package dev.assay.batch.adoption;

import dev.assay.core.adoption.Adoption;
import dev.assay.core.adoption.Adoption.Approved;
import dev.assay.core.adoption.Adoption.Retired;
import dev.assay.core.adoption.Brake;
import dev.assay.model.config.ConfigFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.grading.GradingModels;
import dev.assay.model.grading.ModelsInForce;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.adoption.StoredVersion;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which text of which model rates on a day. Once a person has put a version of a model in force, the configuration has no say over that
 * model any more: not by its list of what is in force, and not by its text.
 */
public final class ModelsInUse {

    private final ConfigFiles config;
    private final ModelVersions versions;

    /**
     * Models of an installation.
     *
     * @param config its configuration
     * @param versions the versions that persons drafted, approved and retired
     */
    public ModelsInUse(ConfigFiles config, ModelVersions versions) {
        this.config = config;
        this.versions = versions;
    }

    /**
     * The models that are in force on a day.
     *
     * @param day the day
     * @return those that the configuration names first, in its order, then the others by their ids
     */
    public List<ModelInUse> on(LocalDate day) {
        Map<String, StoredVersion> deciding = versions.decidingOn(day);
        Map<String, ModelInUse> models = new LinkedHashMap<>();
        for (ModelsInForce.Entry entry : ModelsInForce.load(config).entries()) {
            if (!entry.from().isAfter(day)) {
                models.put(
                        entry.model(),
                        new ModelInUse(entry.model(), GradingModels.file(config, entry.model()), entry.from(), null));
            }
        }
        deciding.forEach((model, version) -> {
            if (isOver(version, day)) {
                models.remove(model);
            } else {
                models.put(model, approved(version));
            }
        });
        return List.copyOf(models.values());
    }

    private static ModelInUse approved(StoredVersion version) {
        LocalDate from = switch (version.adoption()) {
            case Approved approved -> approved.from();
            case Retired retired -> retired.approved().from();
            case Adoption.Open _, Adoption.Dropped _ ->
                throw new IllegalStateException("The version (%d) was never approved.".formatted(version.id()));
        };
        return new ModelInUse(version.model(), file(version), from, version);
    }

    /** What was checked, approved or is on trial has its whole text. */
    private static ConfigFile file(StoredVersion version) {
        return new ConfigFile("models/" + version.model() + ".yaml", Objects.requireNonNull(version.whole()));
    }

    /**
     * The models that a person took out of force by a day, and none put in force again.
     *
     * @param day the day
     * @return their ids
     */
    public Set<String> retiredOn(LocalDate day) {
        // Asked for every page of ratings: mostly there is nothing to look through.
        if (!versions.hasRetired()) {
            return Set.of();
        }
        return versions.decidingOn(day).values().stream()
                .filter(version -> isOver(version, day))
                .map(StoredVersion::model)
                .collect(Collectors.toSet());
    }

    private static boolean isOver(StoredVersion version, LocalDate day) {
        return version.adoption() instanceof Retired retired && !retired.covers(day);
    }

    /**
     * The text by which a model rates on a day, whether it is in force then or not: a regulator may rate by a preset to see what it says.
     *
     * @param model the model's id
     * @param day the day
     * @return the version that a person put in force, else the text of the configuration
     * @throws IllegalArgumentException if neither has the model
     */
    public ConfigFile text(String model, LocalDate day) {
        return versions.findDeciding(model, day)
                .map(ModelsInUse::file)
                .orElseGet(() -> GradingModels.file(config, model));
    }

    /**
     * The versions that rate on trial on a day. One that is in force by then needs no trial.
     *
     * @param day the day
     * @return them, with their whole texts
     */
    public List<ModelInUse> onTrial(LocalDate day) {
        Set<Integer> inForce = versions.decidingOn(day).values().stream()
                .map(StoredVersion::id)
                .collect(Collectors.toSet());
        return versions.onTrial(day).stream()
                .filter(version -> !inForce.contains(version.id()))
                .map(version -> new ModelInUse(
                        version.model(),
                        file(version),
                        Objects.requireNonNull(version.trial()).from(),
                        version))
                .toList();
    }

    /**
     * When a night's grades wait for a person.
     *
     * @return the brake of the configuration; empty if it has none
     */
    public Optional<Brake> brake() {
        return ModelsInForce.brake(config);
    }
}
