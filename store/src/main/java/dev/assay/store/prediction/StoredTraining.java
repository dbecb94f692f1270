package dev.assay.store.prediction;

import dev.assay.core.adoption.Adoption;
import dev.assay.store.adoption.Trial;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one training gave, and where it stands on its way into use. It was checked by being learned, and simulated by being judged.
 *
 * @param id its number
 * @param revision how often it was moved: who moves it names the revision that was seen
 * @param prediction the id of its definition
 * @param version the version of its definition
 * @param until the last day whose inspections were learned from
 * @param digest SHA-256 of its text, hexadecimal
 * @param trainedAt when it was trained last
 * @param adoption where it stands
 * @param judged what its newest model card found, as JSON; null if it was never judged
 * @param trial when it scores beside the one in force; null if never
 */
public record StoredTraining(
        int id,
        int revision,
        String prediction,
        String version,
        LocalDate until,
        String digest,
        Instant trainedAt,
        Adoption adoption,
        @Nullable String judged,
        @Nullable Trial trial) {

    /**
     * What the audit log calls it.
     *
     * @return such as {@code training:3}
     */
    public String auditSubject() {
        return "training:" + id;
    }

    /**
     * Whether it was approved for a day, and not retired by then.
     *
     * @param day the day
     * @return true if it may be in force, were there no later one
     */
    public boolean covers(LocalDate day) {
        return switch (adoption) {
            case Adoption.Approved approved -> approved.covers(day);
            case Adoption.Retired retired -> retired.covers(day);
            case Adoption.Open _, Adoption.Dropped _ -> false;
        };
    }
}
