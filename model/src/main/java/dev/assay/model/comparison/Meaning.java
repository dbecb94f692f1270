package dev.assay.model.comparison;

import dev.assay.model.config.YamlValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One spelling for each meaning: two values mean the same if theirs are equal. 30 and 30.0 are one number, 1 year and 12 months one
 * span; a text stands for a list of it alone; the order counts only where rules are tried one after the other; what is said by leaving
 * it out need not be said.
 */
final class Meaning {

    private static final Set<String> VERBATIM = Set.of(
            "id",
            "version",
            "zh",
            "en",
            "citation",
            "note",
            "grade",
            "grades",
            "class",
            "state",
            "law",
            "basis",
            "group");

    private static final Map<String, String> SAID_BY_SILENCE =
            Map.of("provisional", "false", "rounded", "false", "place", "1");

    private static final Set<String> ORDERED =
            Set.of("grades", "states", "rules", "adjustments", "steps", "supervision");

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?");

    private static final Pattern SPAN = Pattern.compile("(\\d{1,4}) (month|year)s?");

    private Meaning() {}

    static boolean same(String key, YamlValue one, YamlValue other) {
        return of(key, one).equals(of(key, other));
    }

    /** Whether an entry says what its absence says too. */
    static boolean isSilence(String key, YamlValue value) {
        return value instanceof YamlValue.Text(var text) && text.equals(SAID_BY_SILENCE.get(key));
    }

    /** Whether the order of a list's entries counts. */
    static boolean isOrdered(String key) {
        return ORDERED.contains(key);
    }

    static String of(String key, YamlValue value) {
        return switch (value) {
            case YamlValue.Text(var text) -> VERBATIM.contains(key) ? text : scalar(text);
            case YamlValue.Items(var values) when values.size() == 1 -> of(key, values.getFirst());
            case YamlValue.Items(var values) -> list(key, values);
            case YamlValue.Entries(var entries) -> {
                TreeMap<String, String> sorted = new TreeMap<>();
                entries.forEach((name, entry) -> {
                    if (!isSilence(name, entry)) {
                        sorted.put(name, of(name, entry));
                    }
                });
                yield sorted.toString();
            }
        };
    }

    private static String list(String key, List<YamlValue> values) {
        var meanings = values.stream().map(value -> of(key, value));
        return (isOrdered(key) ? meanings : meanings.sorted()).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String scalar(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text).stripTrailingZeros().toPlainString();
        }
        Matcher span = SPAN.matcher(text);
        if (span.matches()) {
            return Integer.parseInt(span.group(1)) * (span.group(2).equals("year") ? 12 : 1) + " months";
        }
        return text;
    }
}
