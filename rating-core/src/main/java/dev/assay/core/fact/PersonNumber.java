package dev.assay.core.fact;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number of a person's identity document, as a source wrote it. It is on its way from a file to the place where it is encrypted: a fact
 * that is stored holds a {@linkplain #isToken token} in its place, and whatever prints it prints {@link #MASK}.
 *
 * @param plain the number; never to be printed
 */
public record PersonNumber(String plain) {

    /** What stands in the place of a number in every output, whatever the number is. */
    public static final String MASK = "●●●●●●";

    /** What a token begins with; 64 hexadecimal digits of the keyed hash follow. */
    public static final String TOKEN = "person:";

    private static final Pattern TOKENS = Pattern.compile(TOKEN + "[0-9a-f]{64}");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

    /**
     * Whether a value stands in the place of a number.
     *
     * @param value a value of a fact
     * @return true if it is a token
     */
    public static boolean isToken(Object value) {
        return value instanceof String text
                && text.startsWith(TOKEN)
                && TOKENS.matcher(text).matches();
    }

    /**
     * Whether a text was a number once, and is masked now: nobody can take it in again.
     *
     * @param text a text
     * @return true if it has a character of {@link #MASK}
     */
    public static boolean isMasked(String text) {
        return text.contains(MASK.substring(0, 1)) || text.contains("*");
    }

    /**
     * The form in which two ways of writing one number are equal.
     *
     * @return it with full-width characters and lower case folded and without blanks
     */
    public String normal() {
        return BLANKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    /** The mask: a number is never printed by accident. */
    @Override
    public String toString() {
        return MASK;
    }
}
