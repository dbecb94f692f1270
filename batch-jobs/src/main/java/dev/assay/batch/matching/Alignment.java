package dev.assay.batch.matching;

import dev.assay.batch.matching.Edit.Change;
import dev.assay.batch.matching.Edit.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The cheapest way from a candidate's name to the name that was asked (Damerau and Levenshtein, neighbours exchanged at most once), with
 * characters that sound or look alike cheaper than others.
 */
final class Alignment {

    // Only to find the way; what an edit costs a part is in the rules.
    private static final double ALIKE = 0.4;
    private static final double SWAP = 0.6;
    private static final double GAP = 0.75;

    private final NameWords words;
    private final String asked;
    private final String found;
    private final double[][] costs;

    private Alignment(NameWords words, String asked, String found) {
        this.words = words;
        this.asked = asked;
        this.found = found;
        this.costs = new double[asked.length() + 1][found.length() + 1];
    }

    /** The differences, from the end to the beginning; empty for equal names. */
    static List<Edit> edits(NameWords words, String asked, String found) {
        if (asked.equals(found)) {
            return List.of();
        }
        Alignment alignment = new Alignment(words, asked, found);
        alignment.fill();
        return alignment.trace();
    }

    private void fill() {
        for (int i = 0; i <= asked.length(); i++) {
            for (int j = 0; j <= found.length(); j++) {
                costs[i][j] = i == 0 ? j * GAP : j == 0 ? i * GAP : cheapest(i, j);
            }
        }
    }

    private double cheapest(int i, int j) {
        double best = costs[i - 1][j - 1] + substitution(i, j);
        best = Math.min(best, costs[i - 1][j] + GAP);
        best = Math.min(best, costs[i][j - 1] + GAP);
        return swapped(i, j) ? Math.min(best, costs[i - 2][j - 2] + SWAP) : best;
    }

    private double substitution(int i, int j) {
        char one = asked.charAt(i - 1);
        char other = found.charAt(j - 1);
        return one == other ? 0 : Writing.soundsAlike(one, other) || words.lookAlike(one, other) ? ALIKE : 1;
    }

    private boolean swapped(int i, int j) {
        return i > 1
                && j > 1
                && asked.charAt(i - 1) == found.charAt(j - 2)
                && asked.charAt(i - 2) == found.charAt(j - 1)
                && asked.charAt(i - 1) != asked.charAt(i - 2);
    }

    private List<Edit> trace() {
        List<Edit> edits = new ArrayList<>();
        int i = asked.length();
        int j = found.length();
        while (i > 0 || j > 0) {
            if (i > 0 && j > 0 && costs[i][j] == costs[i - 1][j - 1] + substitution(i, j)) {
                i--;
                j--;
                if (asked.charAt(i) != found.charAt(j)) {
                    edits.add(new Edit(substituted(asked.charAt(i), found.charAt(j)), Change.REPLACED, i, j));
                }
            } else if (swapped(i, j) && costs[i][j] == costs[i - 2][j - 2] + SWAP) {
                i -= 2;
                j -= 2;
                edits.add(new Edit(Kind.SWAPPED, Change.REPLACED, i, j));
            } else if (j > 0 && costs[i][j] == costs[i][j - 1] + GAP) {
                j--;
                edits.add(new Edit(gap(found, j, Kind.DROPPED), Change.DROPPED, i, j));
            } else {
                i--;
                edits.add(new Edit(gap(asked, i, Kind.ADDED), Change.ADDED, i, j));
            }
        }
        return edits;
    }

    private Kind substituted(char one, char other) {
        if (words.contrast(one, other)) {
            return Kind.CONTRAST;
        }
        return Writing.soundsAlike(one, other)
                ? Kind.SOUNDS_ALIKE
                : words.lookAlike(one, other) ? Kind.LOOKS_ALIKE : Kind.OTHER;
    }

    private Kind gap(String text, int at, Kind otherwise) {
        char c = text.charAt(at);
        boolean doubled = (at > 0 && text.charAt(at - 1) == c) || (at + 1 < text.length() && text.charAt(at + 1) == c);
        return doubled ? Kind.DOUBLED : words.isNumeral(c) ? Kind.CONTRAST : otherwise;
    }
}
