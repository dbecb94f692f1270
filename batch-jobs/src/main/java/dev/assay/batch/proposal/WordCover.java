package dev.assay.batch.proposal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of a header, which stand side by side without blanks: cut so that most characters are understood, with the fewest words. */
final class WordCover {

    private static final String SEPARATORS = "/、,:;|║‖";
    private static final String SILENT = SEPARATORS + "()-—–._·∙• ";

    private final Map<String, List<String>> ideasOfWords;
    private final int longest;

    /** Takes the words, each with the ideas that it stands for. */
    WordCover(Map<String, List<String>> ideasOfWords) {
        this.ideasOfWords = Map.copyOf(ideasOfWords);
        this.longest =
                ideasOfWords.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    /** The best cut from a place to the end: how many characters are in words, how many words, and the first word's length. */
    private record Cut(int covered, int words, int first) {

        boolean isBetterThan(Cut other) {
            return covered != other.covered
                    ? covered > other.covered
                    : words != other.words ? words < other.words : first > other.first;
        }
    }

    /** Reads a normalised text. */
    HeaderReading read(String text) {
        Cut[] cuts = cuts(text);
        Set<String> ideas = new HashSet<>();
        int letters = 0;
        boolean lastUnderstood = true;
        for (int at = 0; at < text.length(); ) {
            int length = cuts[at].first();
            if (length > 0) {
                ideas.addAll(ideasOf(text.substring(at, at + length)));
                letters += length;
                lastUnderstood = true;
            } else if (SILENT.indexOf(text.charAt(at)) < 0) {
                letters++;
                lastUnderstood = false;
            } else if (SEPARATORS.indexOf(text.charAt(at)) >= 0) {
                ideas.add(Ideas.CONJUNCTION);
            }
            at += Math.max(1, length);
        }
        return new HeaderReading(ideas, understood(cuts[0].covered(), letters, lastUnderstood));
    }

    /** The noun stands last in Chinese: a header whose end is not understood says little, whatever stands before. */
    private static double understood(int covered, int letters, boolean lastUnderstood) {
        double share = letters == 0 ? 0 : (double) covered / letters;
        return lastUnderstood ? share : share / 2;
    }

    private Cut[] cuts(String text) {
        Cut[] cuts = new Cut[text.length() + 1];
        cuts[text.length()] = new Cut(0, 0, 0);
        for (int from = text.length() - 1; from >= 0; from--) {
            Cut best = new Cut(cuts[from + 1].covered(), cuts[from + 1].words(), 0);
            for (int to = from + 1; to <= Math.min(text.length(), from + longest); to++) {
                if (isWord(text, from, to)) {
                    Cut rest = cuts[to];
                    Cut cut = new Cut(rest.covered() + to - from, rest.words() + 1, to - from);
                    best = cut.isBetterThan(best) ? cut : best;
                }
            }
            cuts[from] = best;
        }
        return cuts;
    }

    private boolean isWord(String text, int from, int to) {
        return ideasOfWords.containsKey(text.substring(from, to)) && !cutsLatin(text, from) && !cutsLatin(text, to);
    }

    /** Latin words have blanks around them: a place between two Latin letters is inside one. */
    private static boolean cutsLatin(String text, int at) {
        return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
    }

    private static boolean isLatin(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private List<String> ideasOf(String word) {
        return ideasOfWords.getOrDefault(word, List.of());
    }
}
