package dev.assay.batch.proposal;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads headers with the words of a vocabulary. */
final class HeaderReader {

    private static final Pattern LIST = Pattern.compile("[,、;]");
    private static final Set<String> IDLE = Set.of(Ideas.PARTICLE, Ideas.CONJUNCTION);

    /** How much is understood of a name that nobody knows and that its letters or a concentration beside it make a substance's. */
    private static final double LIKELY = 0.6;

    private final HeaderVocabulary vocabulary;

    HeaderReader(HeaderVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** What a header says. */
    HeaderReading read(String header) {
        Set<String> ideas = new HashSet<>();
        String text = withoutAsides(vocabulary.simplified(HeaderText.normalised(header)), ideas);
        String main = HeaderText.withoutBrackets(text);
        if (isListOfSubstances(main)) {
            return new HeaderReading(Set.of(Ideas.SUBSTANCES), 1);
        }
        if (isSubstance(main)) {
            return new HeaderReading(Set.of(Ideas.SUBSTANCE), 1);
        }
        HeaderReading words = vocabulary.words().read(main);
        if (!says(words.ideas()) && (isTold(ideas) || vocabulary.substances().isSpelledLikeOne(main))) {
            return new HeaderReading(Set.of(Ideas.SUBSTANCE), LIKELY);
        }
        ideas.addAll(words.ideas());
        ideas.addAll(inBrackets(text, words.ideas()));
        return new HeaderReading(ideas, words.understood());
    }

    private String withoutAsides(String text, Set<String> ideas) {
        String rest = text;
        for (Map.Entry<String, Pattern> aside : vocabulary.asides().entrySet()) {
            Matcher matcher = aside.getValue().matcher(rest);
            String without = matcher.replaceAll(" ").strip();
            // What is nothing but an aside is the column's name.
            if (!without.equals(rest) && !HeaderText.withoutBrackets(without).isBlank()) {
                ideas.add(aside.getKey());
                rest = without;
            }
        }
        return rest;
    }

    private Set<String> inBrackets(String text, Set<String> main) {
        Set<String> all = new HashSet<>(vocabulary.words().read(text).ideas());
        all.remove(Ideas.CONJUNCTION);
        return says(main) ? vocabulary.brackets().counted(all, main) : all;
    }

    private boolean isTold(Set<String> asides) {
        return !Collections.disjoint(asides, vocabulary.substances().told());
    }

    private static boolean says(Set<String> ideas) {
        return !IDLE.containsAll(ideas);
    }

    private boolean isSubstance(String main) {
        Substances substances = vocabulary.substances();
        return substances.contains(main) || (substances.isLike(main) && !saysAnything(Substances.withoutAmount(main)));
    }

    private boolean isNamed(String part) {
        Substances substances = vocabulary.substances();
        return substances.isLike(part) || (substances.isSpelledLikeOne(part) && !saysAnything(part));
    }

    private boolean saysAnything(String text) {
        return says(vocabulary.words().read(text).ideas());
    }

    private boolean isListOfSubstances(String main) {
        List<String> parts = LIST.splitAsStream(main)
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        long like = parts.stream().filter(this::isNamed).count();
        return parts.size() > 1
                && 2 * like >= parts.size()
                && !vocabulary.substances().contains(main);
    }
}
