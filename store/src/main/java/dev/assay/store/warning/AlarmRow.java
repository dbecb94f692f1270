package dev.assay.store.warning;

import dev.assay.core.identity.Identity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A failure behind an alarm.
 *
 * @param fact the fact's number
 * @param business the business's principal identity
 * @param name its name, or null where none is known
 * @param division its division, empty where none is known
 * @param day the day of the failure
 * @param product the food, empty where the record has none
 * @param items the items that failed, with commas between
 */
public record AlarmRow(
        long fact,
        Identity business,
        @Nullable String name,
        String division,
        LocalDate day,
        String product,
        String items) {}
