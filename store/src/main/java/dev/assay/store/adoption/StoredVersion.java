package dev.assay.store.adoption;

import dev.assay.core.adoption.Adoption;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a model in the store.
 *
 * @param id the store's number of it
 * @param revision how often it was moved: who moves it names the revision that was seen
 * @param draft its text
 * @param adoption where it stands
 * @param whole the text with all that it draws in, as it was checked; null for a draft
 * @param digest SHA-256 of {@code whole}, hexadecimal; null for a draft
 * @param simulation what the simulation of this text found, as JSON; null if it was not simulated
 * @param trial when it rates on trial; null if never
 * @param createdBy the account that drafted it
 * @param createdAt when it was drafted
 * @param editedAt when its text was last written
 */
public record StoredVersion(
        int id,
        int revision,
        ModelDraft draft,
        Adoption adoption,
        @Nullable String whole,
        @Nullable String digest,
        @Nullable String simulation,
        @Nullable Trial trial,
        String createdBy,
        Instant createdAt,
        Instant editedAt) {

    /**
     * The model's id.
     *
     * @return such as {@code uk-fhrs}
     */
    public String model() {
        return draft.model();
    }

    /**
     * What the audit log calls it.
     *
     * @return such as {@code model-version:12}
     */
    public String auditSubject() {
        return auditSubject(id);
    }

    static String auditSubject(int id) {
        return "model-version:" + id;
    }
}
