package dev.assay.batch.matching;

import dev.assay.batch.matching.NameParts.Label;
import dev.assay.batch.matching.NameParts.Word;
import java.util.LinkedHashSet;
import java.util.Set;

/** The terms under which a name and an address are found: what a slip in one place leaves as it is. */
final class Grams {

    private static final int LETTERS = 3;

    private Grams() {}

    /** Single characters of the trade name, pairs of the whole name but its legal form; words and triples of letters. */
    static Set<String> of(NameParts name) {
        Set<String> grams = new LinkedHashSet<>();
        name.words().forEach(word -> addWord(word, grams));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.labels().length(); i++) {
            char label = name.labels().charAt(i);
            if (label != Label.FORM.letter()) {
                text.append(name.key().charAt(i));
            }
            if (label == Label.TRADE.letter() || label == Label.BRANCH.letter()) {
                grams.add(String.valueOf(name.key().charAt(i)));
            }
        }
        addPairs(text, grams);
        return grams;
    }

    private static void addWord(Word word, Set<String> grams) {
        grams.add(word.text());
        String framed = "^" + word.text() + "$";
        for (int i = 0; i + LETTERS <= framed.length(); i++) {
            grams.add(framed.substring(i, i + LETTERS));
        }
    }

    private static void addPairs(CharSequence text, Set<String> grams) {
        for (int i = 0; i + 2 <= text.length(); i++) {
            grams.add(text.subSequence(i, i + 2).toString());
        }
    }

    /** Pairs of sounds of the trade name and of the branch. */
    static Set<String> sounds(NameParts name) {
        Set<String> sounds = new LinkedHashSet<>();
        String text = name.text(Label.TRADE) + name.text(Label.BRANCH);
        if (!name.labels().isEmpty()) {
            for (int i = 0; i + 2 <= text.length(); i++) {
                sounds.add(Writing.sound(text.charAt(i)) + " " + Writing.sound(text.charAt(i + 1)));
            }
        }
        return sounds;
    }

    /** Pairs of the characters behind the divisions, or the words. */
    static Set<String> address(AddressComparison addresses, String address) {
        Set<String> grams = new LinkedHashSet<>();
        String folded = Writing.fold(address);
        if (Writing.hasHan(folded)) {
            addPairs(addresses.detail(folded), grams);
        } else {
            for (String word : folded.split("[^\\p{L}\\p{N}]+", -1)) {
                if (word.length() > 1) {
                    grams.add(word);
                }
            }
        }
        return grams;
    }
}
