package dev.assay.api.problem;

import dev.assay.core.listing.Decision;

/** Texts that a person has to give with a step. */
public final class GivenText {

    private GivenText() {}

    /**
     * A text, checked and stripped.
     *
     * @param given what was given
     * @param longest the most characters that it may have, at least 1
     * @param what what it is, as in “the reason”
     * @param remedy what to do where it is missing, as in “say why it is taken back”
     * @return the text without blanks around it
     * @throws IllegalArgumentException if it is blank or too long
     */
    public static String of(String given, int longest, String what, String remedy) {
        String text = given.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "The %s is blank or has more than %d characters.%nMaybe %s.".formatted(what, longest, remedy));
        }
        return text;
    }

    /**
     * The reason of a step, of at most {@value Decision#LONGEST_REASON} characters.
     *
     * @param given what was given
     * @param remedy what to do where it is missing
     * @return the reason without blanks around it
     * @throws IllegalArgumentException if it is blank or too long
     */
    public static String reason(String given, String remedy) {
        return of(given, Decision.LONGEST_REASON, "reason", remedy);
    }
}
