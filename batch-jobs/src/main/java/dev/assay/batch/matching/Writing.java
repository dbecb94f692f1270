package dev.assay.batch.matching;

import com.ibm.icu.text.Transliterator;
import dev.assay.core.identity.MatchingKey;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a text is written, folded: full and half width, traditional and simplified characters, upper and lower case. ICU's transliterators
 * know the characters; they are asked once for each and remembered, because they are made for texts and slow for names.
 */
final class Writing {

    /** The CJK Unified Ideographs of the first block: those of names but for the rarest, which stay as they are. */
    private static final int FIRST = 0x4E00;

    private static final int LAST = 0x9FFF;
    private static final int FIRST_ACCENTED = 0xC0;
    private static final int LAST_ACCENTED = 0x24F;
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final char[] SIMPLIFIED = simplified();
    private static final String[] SOUNDS = sounds();
    private static final int[] SOUND_NUMBERS = numbers(SOUNDS);

    private Writing() {}

    /** The text with its brackets and blanks: width (NFKC), accents, simplified characters, lower case. */
    static String fold(String text) {
        char[] folded = withoutAccents(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .toLowerCase(Locale.ROOT)
                .toCharArray();
        for (int i = 0; i < folded.length; i++) {
            if (isHan(folded[i])) {
                folded[i] = SIMPLIFIED[folded[i] - FIRST];
            }
        }
        return new String(folded);
    }

    private static String withoutAccents(String text) {
        return text.chars().noneMatch(c -> c >= FIRST_ACCENTED && c <= LAST_ACCENTED)
                ? text
                : ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                        .replaceAll("");
    }

    /** The folded text without brackets, blanks and punctuation. */
    static String key(String text) {
        return MatchingKey.of(fold(text));
    }

    static boolean isHan(char c) {
        return c >= FIRST && c <= LAST;
    }

    static boolean hasHan(String text) {
        return text.chars().anyMatch(c -> isHan((char) c));
    }

    /** The character's pinyin without tone, as most people type it; the character itself where it has none. */
    static String sound(char c) {
        return isHan(c) ? SOUNDS[c - FIRST] : String.valueOf(c);
    }

    /** Whether two characters have the same pinyin, tone apart. */
    static boolean soundsAlike(char one, char other) {
        return isHan(one) && isHan(other) && SOUND_NUMBERS[one - FIRST] == SOUND_NUMBERS[other - FIRST];
    }

    private static int[] numbers(String[] sounds) {
        Map<String, Integer> numbers = new HashMap<>();
        return Arrays.stream(sounds)
                .mapToInt(sound -> numbers.computeIfAbsent(sound, _ -> numbers.size()))
                .toArray();
    }

    private static char[] simplified() {
        Transliterator transliterator = Transliterator.getInstance("Traditional-Simplified");
        char[] table = new char[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            String character = String.valueOf((char) (FIRST + i));
            String simple = transliterator.transliterate(character);
            table[i] = simple.length() == 1 && isHan(simple.charAt(0)) ? simple.charAt(0) : character.charAt(0);
        }
        return table;
    }

    private static String[] sounds() {
        Transliterator transliterator = Transliterator.getInstance("Han-Latin; NFD; [:Mn:] Remove");
        String[] table = new String[LAST - FIRST + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = transliterator
                    .transliterate(String.valueOf((char) (FIRST + i)))
                    .strip()
                    .intern();
        }
        return table;
    }
}
