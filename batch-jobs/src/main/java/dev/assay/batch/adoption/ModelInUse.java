package dev.assay.batch.adoption;

import dev.assay.model.config.ConfigFile;
import dev.assay.store.adoption.StoredVersion;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A model that is in force.
 *
 * @param model its id
 * @param file its whole text
 * @param from its first day in force
 * @param version the version that a person approved; null where the configuration puts it in force
 */
public record ModelInUse(
        String model,
        ConfigFile file,
        LocalDate from,
        @Nullable StoredVersion version) {}
