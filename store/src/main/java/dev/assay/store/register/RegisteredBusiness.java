package dev.assay.store.register;

import dev.assay.core.identity.Identity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A business as its newest description shows it.
 *
 * @param key the store's key
 * @param identity the principal identity
 * @param name its name; null where no source named it
 * @param address its address; null where no source gave one
 * @param division code of its division; null where not known
 * @param sector code of its sector; null where not known
 * @param subjectClass its class of subject, such as 法人及非法人组织; null where not known
 * @param recordedAt when it was first recorded
 * @param changedAt when a fact of it was last recorded, superseded or retracted
 */
public record RegisteredBusiness(
        long key,
        Identity identity,
        @Nullable String name,
        @Nullable String address,
        @Nullable String division,
        @Nullable String sector,
        @Nullable String subjectClass,
        Instant recordedAt,
        Instant changedAt) {

    /**
     * What people call it.
     *
     * @return the name, or the identity where no source named it
     */
    public String title() {
        return name == null ? identity.toString() : name;
    }
}
