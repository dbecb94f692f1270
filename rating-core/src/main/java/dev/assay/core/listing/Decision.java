package dev.assay.core.listing;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What a person decided on a case, and why.
 *
 * @param by the account of the person who decided, not blank
 * @param at the instant at which it was recorded
 * @param on the day of the decision at the authority's place
 * @param reason the grounds as the person wrote them, not blank, at most {@value #LONGEST_REASON} characters
 */
public record Decision(String by, Instant at, LocalDate on, String reason) {

    /** The most characters that a reason may have. */
    public static final int LONGEST_REASON = 2000;

    /**
     * Checks who and why, and strips the reason.
     *
     * @throws IllegalArgumentException if nobody is named, or if the reason is blank or too long
     */
    public Decision {
        reason = reason.strip();
        if (by.isBlank()) {
            throw new IllegalArgumentException("Nobody is named as deciding.%nMaybe log in first.".formatted());
        }
        if (reason.isEmpty()) {
            throw new IllegalArgumentException(
                    "The reason of the decision is blank.%nMaybe say what was weighed.".formatted());
        }
        if (reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "The reason of the decision has %d characters, more than %d.%nMaybe refer to the paper that holds the rest."
                            .formatted(reason.length(), LONGEST_REASON));
        }
    }
}
