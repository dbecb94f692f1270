package dev.assay.core.listing;

import dev.assay.core.grading.Basis;
import dev.assay.core.time.LegalTerm;
import dev.assay.core.time.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long an entry stays on a list.
 *
 * @param length its length; null for life
 * @param basis the legal ground
 * @param fromTrigger whether it runs from the day of what proposed it, such as the revocation of a licence; otherwise from the day of the decision
 */
public record EntryTerm(@Nullable LegalTerm length, Basis basis, boolean fromTrigger) {

    /**
     * The last day on the list.
     *
     * @param trigger the day of what proposed the entry
     * @param decision the day on which the listing was decided
     * @return the last day, both ends counted by {@link LegalTerm}; null for life
     */
    public @Nullable LocalDate lastDay(LocalDate trigger, LocalDate decision) {
        return length == null
                ? null
                : length.after(fromTrigger ? trigger : decision, WorkingDays.WEEKDAYS)
                        .day();
    }
}
