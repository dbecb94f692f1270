package dev.assay.model.config;

import java.util.List;

/** Remedies for words that are not known. */
public final class Spelling {

    private Spelling() {}

    /**
     * A remedy that names the nearest known word.
     *
     * @param word the word that is not known
     * @param known the words that are
     * @return such as {@code Did you mean (hygiene)?}; where none is near, the list of all
     */
    public static String didYouMean(String word, List<String> known) {
        String nearest = "";
        int least = Math.max(2, word.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(word, candidate);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest.isEmpty()
                ? "Maybe one of: " + String.join(", ", known) + "."
                : "Did you mean (" + nearest + ")?";
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
