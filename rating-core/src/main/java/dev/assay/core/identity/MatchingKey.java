package dev.assay.core.identity;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form of a name or an address in which two spellings of the same thing are equal: full-width and half-width characters folded
 * (Unicode NFKC), letters in lower case, blanks and punctuation, brackets among them, left out. Nothing is guessed: legal forms and
 * province prefixes stay.
 */
public final class MatchingKey {

    private MatchingKey() {}

    /**
     * The key of a name or an address.
     *
     * @param text as written
     * @return the key; empty if the text holds no letter and no digit
     */
    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
        return key.toString();
    }
}
