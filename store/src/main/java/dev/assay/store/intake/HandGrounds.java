package dev.assay.store.intake;

import dev.assay.core.listing.Decision;

/**
 * Why a person enters, corrects or withdraws a fact, and on what that rests.
 *
 * @param decision who, when and why
 * @param paper number or title of the document, not blank, at most {@value #LONGEST_PAPER} characters
 */
public record HandGrounds(Decision decision, String paper) {

    /** The most characters that a paper's name may have. */
    public static final int LONGEST_PAPER = 250;

    /**
     * Checks the paper.
     *
     * @throws IllegalArgumentException if it is blank or too long
     */
    public HandGrounds {
        paper = paper.strip();
        if (paper.isEmpty() || paper.length() > LONGEST_PAPER) {
            throw new IllegalArgumentException(
                    "The paper is not named, or its name has more than %d characters.%nMaybe write the number of the document."
                            .formatted(LONGEST_PAPER));
        }
    }
}
