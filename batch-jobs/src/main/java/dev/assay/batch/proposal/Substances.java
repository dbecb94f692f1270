package dev.assay.batch.proposal;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of what a test looks for: additives, residues, metals, microbes, quality marks. There are thousands and they are built of few
 * endings, so that most are known by their ending.
 *
 * @param whole whole names
 * @param endings endings of names
 * @param letters characters that stand in names of substances and hardly anywhere else
 * @param told what is said beside names that nobody knows and beside little else, such as a concentration: ideas of asides
 */
record Substances(Set<String> whole, Set<String> endings, String letters, Set<String> told) {

    private static final int LONGEST_NAME = 14;
    private static final int LONGEST_ENDING = 5;
    private static final int SHORTEST_ENDING_THAT_IS_A_NAME = 3;
    private static final Pattern PREFIX = Pattern.compile("^[αβγδo0-9,'-]+");
    private static final Pattern AMOUNT = Pattern.compile("的?(?:残留量|残留|含量|总量|检出量|类)$");
    private static final Pattern ROMAN_NUMBER = Pattern.compile("(?:i{1,3}|iv|v)$");

    Substances {
        whole = Set.copyOf(whole);
        endings = Set.copyOf(endings);
        told = Set.copyOf(told);
    }

    /** The name without the words for its amount. */
    static String withoutAmount(String text) {
        return AMOUNT.matcher(text).replaceAll("");
    }

    /** Whether a text is a whole name as it stands. */
    boolean contains(String text) {
        return whole.contains(text);
    }

    /** Whether a text is a name, or built like one. */
    boolean isLike(String text) {
        String name = ROMAN_NUMBER
                .matcher(withoutAmount(PREFIX.matcher(text.strip()).replaceAll("")))
                .replaceAll("");
        return whole.contains(name) || (name.length() <= LONGEST_NAME && endsLikeOne(name));
    }

    /** Whether a text that is no known name has a letter that such names are spelled with. */
    boolean isSpelledLikeOne(String text) {
        return text.length() > 1
                && text.length() <= LONGEST_NAME
                && text.chars().anyMatch(letter -> letters.indexOf(letter) >= 0);
    }

    private boolean endsLikeOne(String name) {
        if (name.length() >= SHORTEST_ENDING_THAT_IS_A_NAME && endings.contains(name)) {
            return true;
        }
        for (int length = 1; length <= Math.min(LONGEST_ENDING, name.length() - 1); length++) {
            if (endings.contains(name.substring(name.length() - length))) {
                return true;
            }
        }
        return false;
    }
}
