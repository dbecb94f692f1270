package dev.assay.core.grading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The legal ground of a parameter or a rule.
 *
 * @param citation the text that it rests on, such as {@code 食药监食监一〔2016〕115号 附件1 表1-2}; not blank
 * @param provisional true where the number is not certain: from memory, or set by Assay until the authority sets its own
 * @param note why it is provisional, or how the text was read; may be empty
 * @param validFrom the first day on which it is in force
 * @param validTo the last day on which it is in force, or null if no end is known
 */
public record Basis(
        String citation,
        boolean provisional,
        String note,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /**
     * Checks that a citation is there and that the days are in order.
     *
     * @throws IllegalArgumentException if the citation is blank or the last day lies before the first
     */
    public Basis {
        if (citation.isBlank()) {
            throw new IllegalArgumentException(
                    "The legal basis is blank.%nMaybe name the text and its article.".formatted());
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException(
                    "The basis (%s) ends (%s) before it begins (%s).%nMaybe the days are swapped."
                            .formatted(citation, validTo, validFrom));
        }
    }

    /**
     * Whether it is in force on a day.
     *
     * @param day the day
     * @return true from {@code validFrom} to {@code validTo}, both included
     */
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }
}
