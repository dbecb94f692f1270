package dev.assay.batch.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word with places where one of several parts stands: {@code <test>单位} with the parts of that name, or {@code <收|送>样单位}. So a few
 * lines say what is put together in hundreds of ways.
 */
final class WordPattern {

    private static final Pattern PLACE = Pattern.compile("<([^<>]*)>");
    private static final Pattern BAR = Pattern.compile("\\|");

    private WordPattern() {}

    /** Whether a word has such places. */
    static boolean isPattern(String word) {
        return word.indexOf('<') >= 0;
    }

    /**
     * All words that a pattern stands for.
     *
     * @param pattern the pattern
     * @param parts the parts by name
     * @throws IllegalArgumentException naming the part, if there is none of that name
     */
    static List<String> words(String pattern, Map<String, List<String>> parts) {
        List<String> words = List.of("");
        Matcher place = PLACE.matcher(pattern);
        int from = 0;
        while (place.find()) {
            words = joined(words, List.of(pattern.substring(from, place.start())));
            words = joined(words, alternatives(place.group(1), parts));
            from = place.end();
        }
        return joined(words, List.of(pattern.substring(from)));
    }

    private static List<String> alternatives(String name, Map<String, List<String>> parts) {
        if (name.indexOf('|') >= 0) {
            return Arrays.asList(BAR.split(name, -1));
        }
        List<String> part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(name);
        }
        return part;
    }

    private static List<String> joined(List<String> before, List<String> behind) {
        List<String> joined = new ArrayList<>(before.size() * behind.size());
        for (String first : before) {
            behind.forEach(second -> joined.add(first + second));
        }
        return joined;
    }
}
